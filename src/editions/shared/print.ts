import { visible } from "../../base/text/hygiene.ts"
import { beijingWall, type Time, utcWall, zoneName } from "../../base/text/time.ts"
import type { Amount } from "../../facts/case/fields.ts"
import { addAmounts, checkAmount, type Decimal, decimal, isAmount, parseAmount } from "../../facts/money/amount.ts"
import { formatAmount } from "../../facts/money/format.ts"
import { HAN, NOT_PROVIDED, ZONE_UNKNOWN } from "./print.words.ts"

/** How values look in documents. Every text passes {@link shown}, so no invisible character reaches paper. */

/** The text with controls made visible; the given words where there is none. */
export function shown(text: string | undefined, absent = NOT_PROVIDED): string {
    return text === undefined || text.trim() === "" ? absent : visible(text)
}

/** Exact value of an amount that the schema has accepted. */
export function exact(value: Amount): Decimal {
    return parseAmount(value.amount, value.asset).amount ?? decimal("0")
}

/** `349,776.83`, grouped, with the places the value has. */
export function figure(value: Decimal, asset: string): string {
    return formatAmount(value, asset, { grouped: true })
}

/** `1.46966133 BTC`. */
export function money(value: Amount): string {
    return `${figure(exact(value), value.asset)} ${value.asset}`
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
    const unknown = `${time.local}${ZONE_UNKNOWN}`
    if (time.epochMs === undefined) return { utc: unknown, beijing: unknown }
    const [utc, beijing] = [utcWall(time), beijingWall(time)]
    const isNeither = utc === undefined && beijing === undefined
    return { utc: utc ?? "—", beijing: isNeither ? `${time.local} ${zoneName(time)}` : (beijing ?? "—") }
}

/** Two lines for a cell whose head says which is which: Beijing wall clock, then UTC; an unknown zone is said. */
export function clockLines(time: Time): { beijing: string; utc: string } {
    const { beijing, utc } = bothClocks(time)
    const isClock = utcWall(time) !== undefined && time.local.length > 10
    return time.epochMs === undefined ? { beijing, utc: "—" } : { beijing, utc: isClock ? `${utc}Z` : utc }
}

/** A hash in groups of four for reading aloud. */
export function grouped(hexDigits: string): string {
    return (hexDigits.match(/.{1,4}/g) ?? []).join(" ")
}

/** Chinese numerals for the sections that a document really has, in order; absent sections leave no gap. */
export function numberSections(present: Readonly<Record<string, boolean>>): Readonly<Record<string, string>> {
    const names = Object.entries(present).filter(([, there]) => there)
    return Object.fromEntries(names.map(([name], i) => [name, HAN[i] ?? String(i + 1)]))
}
