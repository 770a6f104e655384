import { visible } from "../../base/text/hygiene.ts"
import { beijingWall, isDay, isUnknown, type Time, utcWall, zoneName } from "../../base/text/time.ts"
import { addAmounts, checkAmount, type Decimal, decimal, isAmount } from "../../facts/money/amount.ts"
import { assetOf } from "../../facts/money/asset.ts"
import { groupDigits } from "../../facts/money/format.ts"
import {
    figureAs,
    quantityOf,
    readStated,
    type StatedAmount,
    type StatedTotal,
    statedFigure,
} from "../../facts/money/stated.ts"
import * as words from "./print.words.ts"

/** How values look in documents. Every text passes {@link shown}, so no invisible character reaches paper. */

/** The text with controls made visible; the given words where there is none. */
export function shown(text: string | undefined, absent = words.NOT_PROVIDED): string {
    return text === undefined || text.trim() === "" ? absent : visible(text)
}

/** The same inside a sentence of ours: without the stops that somebody put behind it. */
export function clause(text: string | undefined): string {
    let clear = shown(text).trimEnd()
    while (/[。；，、;,]$/.test(clear)) clear = clear.slice(0, -1).trimEnd()
    return clear
}

/** A computed figure, `349,776.83`, grouped, with the decimal places of what it was computed from. */
export function figure(value: Decimal, asset: string, places: number): string {
    return minus(figureAs(value, asset, places, { grouped: true }))
}

/** As in the formulas beside it. */
function minus(number: string): string {
    return number.replace(/^-/, "−")
}

/** All digits of a figure, grouped: nothing is rounded here. */
export function exact(value: Decimal): string {
    return minus(groupDigits(value.toFixed()))
}

/** The same of money, which has two places at least. */
export function exactOf(value: Decimal, asset: string): string {
    const places = value.toFixed().split(".")[1]?.length ?? 0
    return assetOf(asset).kind === "fiat" && places < 2 ? minus(groupDigits(value.toFixed(2))) : exact(value)
}

/** An amount as stated without its asset: `349,776.83`, `约30万元`, `数量不清楚`. */
export function stated(amount: StatedAmount): string {
    return shown(statedFigure(amount, { grouped: true }), words.QUANTITY_UNKNOWN)
}

/** `1.46966133 BTC`, `约30万元`, `BTC（数量不清楚）`. */
export function money(amount: StatedAmount): string {
    const read = readStated(amount)
    const asset = shown(amount.asset)
    if (quantityOf(amount) === undefined) return words.assetAlone(asset)
    const own = "code" in read ? undefined : read.words
    const namesAsset =
        own !== undefined && (/[元块圆]/.test(own) || own.toUpperCase().includes(amount.asset.toUpperCase()))
    return namesAsset ? shown(own) : `${stated(amount)} ${asset}`
}

/** A total without its asset, `约 10,000.5` where a part is about so much; `undefined` where no part is known. */
export function totalZh({ value, places, about }: StatedTotal, asset: string): string | undefined {
    if (value === undefined) return undefined
    return (about.length > 0 ? words.ABOUT : "") + figure(value, asset, places)
}

/** As {@link totalZh} in English, without separators. */
export function totalEn({ value, places, about }: StatedTotal, asset: string): string | undefined {
    if (value === undefined) return undefined
    return (about.length > 0 ? words.ABOUT_EN : "") + figureAs(value, asset, places, { grouped: false })
}

/** Most decimal places of some decimal texts. */
export function placesOf(texts: readonly string[]): number {
    return Math.max(0, ...texts.map((text) => (text.split(/[.．]/)[1] ?? "").length))
}

/** Sum of plain decimal texts that the schema has accepted. */
export function sum(texts: readonly string[], asset: string): Decimal {
    return addAmounts(texts.map((text) => toDecimal(text, asset)))
}

/** A plain decimal text as an exact number. */
export function toDecimal(text: string, asset: string): Decimal {
    const value = checkAmount(text, asset)
    return isAmount(value) ? value : decimal("0")
}

/**
 * UTC and Beijing wall clocks of a time for two columns; where the zone is unknown both say so. A date stands in the
 * column of its own zone alone: in the other it would be parts of two days.
 */
export function bothClocks(time: Time): { utc: string; beijing: string } {
    if (isUnknown(time)) return { utc: words.TIME_UNKNOWN, beijing: words.TIME_UNKNOWN }
    const about = time.about === true ? words.ABOUT : ""
    if (time.epochMs === undefined) {
        const local = about + time.local + (isDay(time) ? "" : words.ZONE_UNKNOWN)
        return { utc: local, beijing: local }
    }
    const [utc, beijing] = [utcWall(time), beijingWall(time)]
    const isNeither = utc === undefined && beijing === undefined
    const or = (clock: string | undefined): string => (clock === undefined ? "—" : about + clock)
    return { utc: or(utc), beijing: isNeither ? `${about}${time.local} ${zoneName(time)}` : or(beijing) }
}

/** Two lines for a cell whose head says which is which: Beijing wall clock, then UTC; an unknown zone is said. */
export function clockLines(time: Time): { beijing: string; utc: string } {
    const { beijing, utc } = bothClocks(time)
    const isClock = utcWall(time) !== undefined && time.local.length > 10
    return time.epochMs === undefined ? { beijing, utc: "—" } : { beijing, utc: isClock ? `${utc}Z` : utc }
}

/** A hash in groups of eight, to be read aloud and compared on paper. */
export function grouped(hexDigits: string): string {
    return (hexDigits.match(/.{1,8}/g) ?? []).join(" ")
}

/** A count with a comma after each three digits, for paper: `6,448,191`. */
export function counted(count: number): string {
    return groupDigits(String(count))
}

/** Chinese numerals for the sections that a document really has, in order; absent sections leave no gap. */
export function numberSections(present: Readonly<Record<string, boolean>>): Readonly<Record<string, string>> {
    const names = Object.entries(present).filter(([, there]) => there)
    return Object.fromEntries(names.map(([name], i) => [name, words.HAN[i] ?? String(i + 1)]))
}
