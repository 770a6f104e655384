import { type DecimalText, keptText, plainText, shownText } from "./number.ts"
import { hasLists, type LedgerOptions, listedIn, openAgain } from "./options.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import { type Edge, epochOf, type Reading } from "./reading.ts"
import type { LedgerRow } from "./row.ts"
import { countRows, cutApart, filterOf, isPart, type Overlap, type SameRows, sameRows, twinsOf } from "./same-rows.ts"
import { isSale, isTrade, type Total, type TotalKind } from "./tally.ts"
import { isUnsettled } from "./waiting.ts"
import { MINUTE } from "./wall.ts"

/** Files of one report that reach over the same time: what stands in two of them counts once. */

/** Whether a row of a file stands in another one, by which it counts. */
export function repeatedIn(
    overlaps: readonly Overlap[],
    label: string,
): (row: number, epochMs: number | undefined, wall: number | undefined) => boolean {
    const spans = overlaps.filter(({ aside }) => aside === label)
    return (row, epochMs, wall) =>
        spans.some(({ from, to, clock, pairs }) => {
            if (pairs !== undefined) return pairs.rows.has(row)
            const at = clock === undefined ? epochMs : atOffset(wall, clock.offset)
            return at !== undefined && at >= from && at <= to
        })
}

const atOffset = (wall: number | undefined, minutes: number): number | undefined =>
    wall === undefined ? undefined : wall - minutes * MINUTE

/**
 * A file of which nothing says the clock, held against another one as if it had the same: only that it is a copy or a part
 * can be told so, and nothing where it is none.
 */
export async function copyOf(
    other: Reading,
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Overlap | undefined> {
    const [kept, copy] = isClocked(other) || !isClocked(reading) ? [other, reading] : [reading, other]
    if (isClocked(copy)) return undefined
    const offset = kept.zone.offset ?? 0
    const [first, second] = [atClock(kept, offset), atClock(copy, offset)]
    if (commonSpan(first, second) === undefined || isApart(first, second)) return undefined
    const found = await overlapOf(first, second, files, options)
    return found?.aside === copy.label ? { ...found, clock: { offset, isKnown: isClocked(kept) } } : undefined
}

/** Whether the times of a file are instants. */
const isClocked = ({ zone }: Reading): boolean => zone.from !== undefined

function atClock(reading: Reading, offset: number): Reading {
    const { zone, first, last } = reading
    if (zone.from !== undefined) return reading
    const edge = (of: Edge): Edge => ({ ...of, epochMs: of.wall - offset * MINUTE })
    return { ...reading, zone: { offset }, ...(first && { first: edge(first) }), ...(last && { last: edge(last) }) }
}

/** Rows of a file that stand for rows listed in another one, which is set aside. */
export function twinsIn(overlaps: readonly Overlap[], label: string): ReadonlySet<number> {
    const kept = overlaps.filter(
        ({ first, second, aside }) => aside !== undefined && aside !== label && [first, second].includes(label),
    )
    return new Set(kept.flatMap(({ twins = [] }) => [...twins]))
}

/** Of files that hold each other's rows in a ring every row would count for nothing: the last is a contradiction then. */
export function withoutRing(found: Overlap, before: readonly Overlap[]): Overlap {
    const { aside, filter: _, twins: __, pairs: ___, ...bare } = found
    if (aside === undefined) return found
    const keeper = aside === found.first ? found.second : found.first
    const leads = (from: string, seen: readonly string[]): boolean =>
        before.some((one) => {
            if (one.aside !== from || one.to < found.from || one.from > found.to) return false
            const next = one.aside === one.first ? one.second : one.first
            return next === aside || (!seen.includes(next) && leads(next, [...seen, next]))
        })
    return leads(keeper, []) ? bare : found
}

/** What two files have in common; nothing where they only touch. */
export async function overlapOf(
    other: Reading,
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Overlap | undefined> {
    let found: Overlap | undefined
    for (const isBare of waysOf(other, reading)) {
        found = await comparedBy(isBare, other, reading, files, options)
        if (found?.aside !== undefined) return found
    }
    return found
}

async function comparedBy(
    isBare: boolean,
    other: Reading,
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Overlap | undefined> {
    const span = commonSpan(other, reading)
    // What only waits contradicts nothing.
    const isWaiting = [other, reading].some(({ rows }) => rows.used === 0 && rows.unsettled > 0)
    if (span === undefined || isWaiting) return undefined
    const print = printBy(other, reading)
    const isPriced = unpricedBy(other) + unpricedBy(reading) === 0
    const how = { ...span, unit: unitOf(other, reading), isBare, isPriced, print }
    const rowsOf = (isHashed: boolean): Promise<readonly Awaited<ReturnType<typeof rowsWithin>>[]> =>
        Promise.all([other, reading].map((one) => rowsWithin(one, { ...how, isHashed }, files, options)))
    const alike = await rowsOf(false)
    const [first, second] = isBare && areOthers(alike) ? await rowsOf(true) : alike
    if (first === undefined || second === undefined) return undefined
    if (first.size + second.size === 0) return undefined
    const rows = [countRows(first), countRows(second)] as const
    const found = { first: other.label, second: reading.label, ...span, unit: how.unit, rows }
    if (sameRows(first, second))
        return untoldBy(other) > untoldBy(reading)
            ? { ...found, aside: found.first, ...twinsOf(first, second) }
            : { ...found, aside: found.second, ...twinsOf(second, first) }
    // Within the time of the other nothing was cut: a moment there is no end that both touch.
    const isInstant = span.to - span.from < how.unit && ![other, reading].some((one) => isWithin(span, one, how.unit))
    const touch = [...first.keys()].some((key) => second.has(key)) ? ({ ...found, isTouch: true } as const) : undefined
    // One row more than once in an instant may be several fills.
    if (isInstant && Math.min(first.size, second.size) < 2) return touch
    if (isPart(second, first, reading, how.unit)) return { ...found, aside: found.second, ...twinsOf(second, first) }
    if (isPart(first, second, other, how.unit)) return { ...found, aside: found.first, ...twinsOf(first, second) }
    // One instant that both touch and that neither repeats is where one ends and the next begins.
    if (isInstant) return touch
    const cut = cutApart(found, [first, second], [other, reading])
    if (cut !== undefined) return cut
    const filter = filterOf(second, first)
    if (filter !== undefined) return { ...found, aside: found.second, filter, ...twinsOf(second, first) }
    const turned = filterOf(first, second)
    const inCommon = [...first.keys()].filter((key) => second.has(key)).length
    return turned === undefined
        ? { ...found, inCommon }
        : { ...found, aside: found.first, filter: turned, ...twinsOf(first, second) }
}

/** Whether rows that are alike by what moved have hashes of two transactions. */
function areOthers([first, second]: readonly Awaited<ReturnType<typeof rowsWithin>>[]): boolean {
    return [...(first ?? [])].some(([key, { hashes }]) => {
        const others = second?.get(key)?.hashes ?? []
        return hashes.length > 0 && others.length > 0 && !others.some((hash) => hashes.includes(hash))
    })
}

/** The hash of a transaction of a chain, however it is written; blank where there is none. */
const hashOf = ({ txHash = "" }: LedgerRow): string =>
    /[0-9a-f]{64}/i.exec(txHash)?.[0].toLowerCase() ?? /[1-9A-HJ-NP-Za-km-z]{80,90}/.exec(txHash)?.[0] ?? ""

/** Whether a span lies within the time of a file, at neither of its ends. */
function isWithin({ from, to }: { readonly from: number; readonly to: number }, of: Reading, unit: number): boolean {
    const [first, last] = [of.first?.epochMs, of.last?.epochMs]
    if (first === undefined || last === undefined) return false
    return Math.floor(first / unit) < Math.floor(from / unit) && Math.floor(last / unit) > Math.floor(to / unit)
}

/** The span that both reach over, in whole units of what both have of the time. */
export function commonSpan(a: Reading, b: Reading): { from: number; to: number } | undefined {
    const [a1, a2, b1, b2] = [a.first?.epochMs, a.last?.epochMs, b.first?.epochMs, b.last?.epochMs]
    if (a1 === undefined || a2 === undefined || b1 === undefined || b2 === undefined) return undefined
    const unit = unitOf(a, b)
    const begin = (at: number): number => Math.floor(at / unit) * unit
    const [from, to] = [Math.max(begin(a1), begin(b1)), Math.min(begin(a2), begin(b2)) + unit - 1]
    return from <= to ? { from, to } : undefined
}

/** A spreadsheet leaves no seconds: such a copy is compared with its original by the minute. */
function unitOf(a: Reading, b: Reading): number {
    return [a, b].some(({ rows }) => rows.minutes > 0) ? MINUTE : 1
}

/**
 * Two layouts may not have the same columns or words, and a damaged copy has lost numbers: then what moved is compared
 * alone, first or as well.
 */
function waysOf(a: Reading, b: Reading): readonly boolean[] {
    if (lostBy(a) > 0 || lostBy(b) > 0 || a.format.id !== b.format.id) return [true]
    return a.version === b.version && a.lang === b.lang ? [false] : [false, true]
}

/** Rows of which a copy lost seconds or numbers. */
export function lostBy({ rows: { minutes, days, spoiled, rounded, shortened } }: Reading): number {
    return minutes + days + spoiled + rounded + shortened
}

/** As {@link lostBy}, with rows of which nobody knows what they are, or what was paid. */
function untoldBy(reading: Reading): number {
    const known = lostBy(reading) + unpricedBy(reading)
    return [...reading.unknownOperations.values()].reduce((sum, count) => sum + count, known)
}

/** Sums of trades of which a file does not say what was paid. */
const unpricedBy = ({ totals }: Reading): number => totals.filter(({ untold }) => untold !== undefined).length

/** Files that were exported one by one, as for single markets or wallets: what one lists the other has nothing of. */
export function isApart(a: Reading, b: Reading): boolean {
    const isOneLayout = a.format.id === b.format.id && a.version === b.version && a.lang === b.lang
    // Of two names for one file only one may say that it is of margin.
    const isAlike = a.rows.used === b.rows.used && a.first?.wall === b.first?.wall && a.last?.wall === b.last?.wall
    const parts = [...PARTS, ...(isOneLayout ? WORDS : []), ...(isAlike ? [] : [marketOf])]
    return parts.some((of) => {
        const [first, second] = [a, b].map(
            ({ totals }) => new Set(totals.filter(({ kind }) => !ASIDE.includes(kind)).map(of)),
        )
        if (first === undefined || second === undefined || first.size === 0 || second.size === 0) return false
        return ![...first, ...second].includes(undefined) && [...first].every((name) => !second.has(name))
    })
}

/** Totals of rows that other totals have too, or that name what nobody chose. */
const ASIDE: readonly TotalKind[] = ["fee", "realised", "given"]

type Part = (total: Total) => string | undefined

/** What the rows of one file may have, and those of another may not: market or asset, side. */
const PARTS: readonly Part[] = [
    ({ kind, symbol = "", asset, counter, untold = counter?.asset }) =>
        kind === "change" ? asset : untold === undefined ? `${symbol}${asset}` : `${asset}/${untold}`,
    (total) => (isTrade(total) ? (isSale(total) ? "sell" : "buy") : undefined),
]

const marketOf: Part = ({ market }) => market

/** What another layout may call by other words: the same rows in another language are no other rows. */
const WORDS: readonly Part[] = [({ wallet }) => wallet, ({ class: of }) => (of === "unknown" ? undefined : of)]

/** The rows in a span of a file, by their content. */
async function rowsWithin(
    reading: Reading,
    how: {
        readonly from: number
        readonly to: number
        readonly unit: number
        readonly isBare: boolean
        /** Transactions are told apart by their hashes. */
        readonly isHashed: boolean
        /** Both say what was paid. */
        readonly isPriced: boolean
        readonly print: Print
    },
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<ReadonlyMap<string, SameRows> | undefined> {
    const table = await openAgain(reading, files, options)
    if (table === undefined) return undefined
    const [isByRows, isListed] = [hasLists(options), listedIn(options, reading.label)]
    const found = new Map<string, SameRows>()
    await eachRow(table, reading.report, (number, use) => {
        const row = use.use === "problem" || isUnsettled(use) ? undefined : use.row
        const at = row === undefined ? undefined : epochOf(row, reading.zone)
        if (row === undefined || at === undefined || at < how.from || at > how.to) return
        const told = how.isBare ? barely(how.isPriced ? row : { ...row, value: "" }, how.print) : wholly(row, how.print)
        const moment = Math.floor(at / how.unit)
        const hash = how.isBare ? hashOf(row) : ""
        const key = keyOf(moment, how.isHashed ? { ...told, hash } : told)
        const words = wordsOf(row, how.isBare)
        const same = found.get(key) ?? { count: 0, moment, words, hashes: [], listed: [], unlisted: [] }
        same.count++
        if (hash !== "" && same.hashes.length < MOST_HASHES) same.hashes.push(hash)
        if (isByRows) (isListed(number) ? same.listed : same.unlisted).push(number)
        found.set(key, same)
    })
    return found
}

/** Of rows that are alike this many hashes are held against those of another file. */
const MOST_HASHES = 100

/** Two layouts may call all but the market or asset by other words. */
function wordsOf({ asset, base, quote, symbol, ...row }: LedgerRow, isBare: boolean): readonly string[] {
    const name = row.kind === "change" || base === undefined ? (asset ?? symbol) : `${base}/${quote ?? ""}`
    const { wallet, operation, side, statusText } = row
    return [name, ...(isBare ? [] : [wallet, operation, side, statusText])].map((word = "") => word)
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const keyOf = (moment: number | undefined, told: object): string =>
    JSON.stringify([moment, Object.entries(told).sort(byName)])

/** All that a row says, its time by the clock of its file. */
export const contentOf = (row: LedgerRow): string => keyOf(row.wall, wholly(row, plainText))

type Print = (text?: DecimalText) => string

/** Numbers of two files in the figures that both have. */
export function printBy({ rows: a }: Reading, { rows: b }: Reading): Print {
    if (a.shortened + b.shortened > 0) return shownText
    return a.rounded + b.rounded > 0 ? keptText : plainText
}

/** What a row says, in one spelling of its numbers: a workbook keeps `47250` for `47250.00`. */
function wholly(
    {
        wall: _wall,
        offset: _offset,
        span: _span,
        spoiled: _spoiled,
        uid: _uid,
        rounded: _rounded,
        shortened: _shortened,
        market: _market,
        ...row
    }: LedgerRow,
    print: Print,
): object {
    const { fees, realised } = row
    return {
        ...row,
        ...Object.fromEntries(NUMBERS.flatMap((name) => (row[name] === undefined ? [] : [[name, print(row[name])]]))),
        ...(fees === undefined ? {} : { fees: fees.map(({ asset, amount }) => [asset, print(amount)]) }),
        ...(realised === undefined ? {} : { realised: [realised.asset, print(realised.amount)] }),
    }
}

const NUMBERS = ["amount", "balance", "price", "quantity", "filled", "average", "value"] as const

/** What was moved or traded by a row, and nothing that another layout may not have. */
function barely({ kind, side, asset, amount, base, quote, symbol, filled, value }: LedgerRow, print: Print): object {
    const moved = { kind, asset, amount: print(amount) }
    if (kind === "change" || kind === "deposit" || kind === "withdrawal") return moved
    const market = base === undefined || quote === undefined ? symbol : `${base}/${quote}`
    return { ...moved, side, market, filled: print(filled), value: print(value) }
}
