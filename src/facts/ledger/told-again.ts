import { internalNumber } from "../case/account-number.ts"
import { ExactSum, keptText, magnitude, plainText } from "./number.ts"
import { choiceBy, type LedgerOptions, openAgain } from "./options.ts"
import { commonSpan, lostBy, printBy } from "./overlaps.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import { epochOf, type Reading } from "./reading.ts"
import type { LedgerRow } from "./row.ts"
import type { Overlap, RowPairs } from "./same-rows.ts"
import { DAY, MINUTE } from "./wall.ts"

/**
 * One event in two lists of an account, each with a clock and amounts of its own kind: a withdrawal in the account's export
 * and in the exchange's answer, a purchase in a list of coins and in one of national money. It counts once where both rows
 * prove to be of one event: the transaction of a chain (or the exchange's number of a transfer), asset and amount, with the
 * fee or without, or both amounts of a conversion within minutes. What only looks like one is told, and neither file counts.
 */

/** A row that another list may have too. */
export interface TellingRow {
    readonly number: number
    /** Milliseconds since 1970, by the file's own clock where nothing says its zone. */
    readonly at?: number
    /** Its row; absent of a row that only shows what the list is of. */
    readonly row?: LedgerRow
    readonly operation: string
    readonly isChosen: boolean
}

/** What two lists have in common, row by row. `apart`: they are of different things. */
export type ToldAgain = { readonly overlap: Overlap } | { readonly apart: true } | undefined

/** Shorter ones are numbers of the exchange's own. */
const SHORTEST_HASH = 32
const SHORTEST_NUMBER = 6
/** How far the clocks of two lists are apart that have one conversion. */
const CLOCKS_APART = 5 * MINUTE

/** Whether two files may have one event as rows of different words. */
export function mayTellAgain(a: Reading, b: Reading): boolean {
    if (a.report === "deposits" || a.report === "withdrawals") return true
    return a.format.id === b.format.id && a.format.sharesConversions === true
}

/** Rows of a file by which {@link toldAgain} compares it. */
export async function tellingRows(
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<readonly TellingRow[]> {
    const table = await openAgain(reading, files, options)
    if (table === undefined) return []
    const choose = choiceBy(options, reading.label)
    const rows: TellingRow[] = []
    await eachRow(table, reading.report, (number, use) => {
        if (use.use !== "used") return
        const { row } = use
        const epochMs = epochOf(row, reading.zone)
        const at = epochMs ?? row.wall
        const isCompared = row.kind !== "change"
        rows.push({
            number,
            ...(at === undefined ? {} : { at }),
            ...(isCompared ? { row } : {}),
            operation: row.operation ?? "",
            isChosen: choose(number, epochMs, row),
        })
    })
    return rows
}

/**
 * @param found - What the files were found to have in common row by row in the same words.
 */
export function toldAgain(
    [other, reading]: readonly [Reading, Reading],
    [first, second]: readonly [readonly TellingRow[], readonly TellingRow[]],
    found: Overlap | undefined,
): ToldAgain {
    const isMoved = other.report === "deposits" || other.report === "withdrawals"
    const pairs = isMoved ? transferPairs(first, second, printBy(other, reading)) : conversionPairs(first, second)
    const span = commonSpan(other, reading)
    const isWithin = ({ at }: TellingRow): boolean =>
        span !== undefined && at !== undefined && at >= span.from && at <= span.to
    const paired = [new Set(pairs.rows.keys()), new Set(pairs.rows.values())] as const
    const left = [
        first.filter(({ number }) => !paired[0].has(number)),
        second.filter(({ number }) => !paired[1].has(number)),
    ] as const
    const isSameList = other.format.id === reading.format.id
    const doubt = isMoved
        ? (transferDoubt(left[0], left[1]) ??
          (pairs.rows.size > 0 && !isSameList ? likelyTransfer(left[0], left[1]) : undefined))
        : likelyConversion(left[0].filter(isWithin), left[1].filter(isWithin))
    const within = [left[0].filter(isWithin), left[1].filter(isWithin)] as const
    if (doubt !== undefined) return { overlap: torn(other, reading, [first, second], doubt, found) }
    if (!isMoved) {
        const names = new Set(within[0].map(({ operation }) => operation))
        if (within[1].some(({ operation }) => names.has(operation))) return undefined
        if (pairs.rows.size === 0) return span === undefined ? undefined : { apart: true }
    } else if (pairs.rows.size === 0) return undefined
    // Files of a limit of rows lack rows of the moment where both touch.
    else if (isSameList && found?.isTouch !== true && within[0].length + within[1].length > 0) return undefined
    // The list that has the fees by themselves tells more, unless a spreadsheet took something from it.
    const isFirstAside =
        isMoved &&
        (lostBy(other) === lostBy(reading) ? feesOf(second) > feesOf(first) : lostBy(other) > lostBy(reading))
    const [aside, kept] = isFirstAside ? [first, second] : [second, first]
    const rows = isFirstAside ? pairs.rows : new Map([...pairs.rows].map(([a, b]) => [b, a]))
    const chosen = new Set(aside.flatMap(({ number, isChosen }) => (isChosen ? [rows.get(number) ?? 0] : [])))
    const twins = kept.filter(({ number, isChosen }) => !isChosen && chosen.has(number)).map(({ number }) => number)
    return {
        overlap: {
            first: other.label,
            second: reading.label,
            ...spanOf([first, second], [...rows.keys()], aside),
            ...clockOf(other, reading),
            unit: 1,
            aside: (isFirstAside ? other : reading).label,
            rows: [first.length, second.length],
            pairs: { ...pairs, rows, alone: [within[0].length, within[1].length] },
            ...(twins.length === 0 ? {} : { twins: new Set(twins) }),
        },
    }
}

type Pairs = Omit<RowPairs, "alone">
type Doubt = NonNullable<Overlap["doubt"]>

/** The instants between which these rows are. */
function spanOf(
    all: readonly (readonly TellingRow[])[],
    numbers: readonly number[],
    of: readonly TellingRow[] = [],
): { readonly from: number; readonly to: number } {
    const wanted = new Set(numbers)
    const times = of.flatMap(({ number, at }) => (wanted.has(number) && at !== undefined ? [at] : []))
    const known = times.length > 0 ? times : all.flat().flatMap(({ at }) => at ?? [])
    return known.reduce(({ from, to }, at) => ({ from: Math.min(from, at), to: Math.max(to, at) }), {
        from: known[0] ?? 0,
        to: known[0] ?? 0,
    })
}

function clockOf(a: Reading, b: Reading): Pick<Overlap, "clock"> {
    return a.zone.from === undefined || b.zone.from === undefined ? { clock: { offset: 0, isKnown: false } } : {}
}

function torn(
    other: Reading,
    reading: Reading,
    all: readonly [readonly TellingRow[], readonly TellingRow[]],
    doubt: Doubt,
    found: Overlap | undefined,
): Overlap {
    if (found !== undefined && found.isTouch !== true) return { ...found, doubt }
    const rows = [all[0].length, all[1].length] as const
    const span = spanOf(all, [])
    return { first: other.label, second: reading.label, ...span, ...clockOf(other, reading), unit: 1, rows, doubt }
}

const feesOf = (rows: readonly TellingRow[]): number => rows.filter(({ row }) => row !== undefined && feeOf(row)).length

/** What was charged in the asset that was moved. */
function feeOf({ asset, fees = [] }: LedgerRow): string | undefined {
    const fee = fees.find((one) => one.asset === asset)
    return fee === undefined || plainText(fee.amount) === "0" ? undefined : magnitude(fee.amount)
}

/** What names a transfer beyond doubt, with its direction and asset; `undefined` where nothing does. */
export function transferId({ kind, asset = "", txHash = "" }: LedgerRow): string | undefined {
    const text = txHash.replace(/[\s'"]/g, "")
    const number = internalNumber(txHash) ?? (/^\d{1,31}$/.test(text) ? text : undefined)
    if (number !== undefined ? number.length < SHORTEST_NUMBER : text.length < SHORTEST_HASH) return undefined
    return [kind, asset, number ?? text.toLowerCase().replace(/^0x/, "")].join("\n")
}

/** Receivers of one transaction are told apart by it; a tag behind an address is none of it. */
const receiverOf = ({ address = "" }: LedgerRow): string => {
    const parts = address.toLowerCase().split(/[:?&\s]+/)
    return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "")
}

const mayBeOne = (a: LedgerRow, b: LedgerRow): boolean => {
    const [one, other] = [receiverOf(a), receiverOf(b)]
    return one === "" || other === "" || one === other
}

/** Amounts by which a transfer may be listed: as it stands, and with its fee. */
export function amountsOf(
    row: LedgerRow,
    print: (text?: string) => string,
): { readonly bare: string; readonly whole?: string } {
    const bare = magnitude(row.amount ?? "0")
    const fee = feeOf(row)
    if (fee === undefined) return { bare: print(bare) }
    const sum = new ExactSum()
    sum.add(bare)
    sum.add(fee)
    return { bare: print(bare), whole: print(sum.toString()) }
}

/** Rows waiting for their like, by what names them and by receiver. */
class Waiting {
    private readonly places = new Map<string, Map<string, number[]>>()

    add(key: string, receiver: string, at: number): void {
        const here = this.places.get(key) ?? new Map<string, number[]>()
        this.places.set(key, here)
        const rows = here.get(receiver)
        if (rows === undefined) here.set(receiver, [at])
        else rows.push(at)
    }

    /** The first that is not taken, of this receiver or of one that is not told; of any where none is told here. */
    take(key: string, receiver: string, isTaken: (at: number) => boolean): number | undefined {
        const here = this.places.get(key)
        if (here === undefined) return undefined
        for (const name of receiver === "" ? [...here.keys()] : [receiver, ""]) {
            const rows = here.get(name) ?? []
            let at = rows.shift()
            while (at !== undefined && isTaken(at)) at = rows.shift()
            if (rows.length === 0) here.delete(name)
            if (at !== undefined) return at
        }
        return undefined
    }
}

/** Each row of the first with the one of the second that is the same transfer. */
function transferPairs(
    first: readonly TellingRow[],
    second: readonly TellingRow[],
    print: (text?: string) => string,
): Pairs {
    const [bare, whole] = [new Waiting(), new Waiting()]
    for (const { row, number } of second) {
        const id = row === undefined ? undefined : transferId(row)
        if (row === undefined || id === undefined) continue
        const amounts = amountsOf(row, print)
        bare.add(`${id}\n${amounts.bare}`, receiverOf(row), number)
        if (amounts.whole !== undefined) whole.add(`${id}\n${amounts.whole}`, receiverOf(row), number)
    }
    const taken = new Set<number>()
    const rows = new Map<number, number>()
    let withFee = false
    // Those whose receiver is told choose first.
    const byReceiver = [true, false].flatMap((isTold) =>
        first.filter(({ row }) => row !== undefined && (receiverOf(row) !== "") === isTold),
    )
    for (const { row, number } of byReceiver) {
        const id = row === undefined ? undefined : transferId(row)
        if (row === undefined || id === undefined) continue
        const amounts = amountsOf(row, print)
        const take = (of: Waiting, amount: string): number | undefined =>
            of.take(`${id}\n${amount}`, receiverOf(row), (at) => taken.has(at))
        const same = take(bare, amounts.bare)
        const found =
            same ?? (amounts.whole === undefined ? undefined : take(bare, amounts.whole)) ?? take(whole, amounts.bare)
        if (found === undefined) continue
        taken.add(found)
        rows.set(number, found)
        if (same === undefined) withFee = true
    }
    return { rows, by: "transaction", withFee }
}

/** One transaction with two amounts. */
function transferDoubt(first: readonly TellingRow[], second: readonly TellingRow[]): Doubt | undefined {
    const known = new Map<string, TellingRow[]>()
    for (const one of second) {
        const id = one.row === undefined ? undefined : transferId(one.row)
        if (id !== undefined) known.set(id, [...(known.get(id) ?? []).slice(0, MOST_COMPARED), one])
    }
    for (const one of first) {
        const id = one.row === undefined ? undefined : transferId(one.row)
        const others = id === undefined ? [] : (known.get(id) ?? [])
        const { row } = one
        const found = others.find((other) => row !== undefined && other.row !== undefined && mayBeOne(row, other.row))
        if (found !== undefined) return { rows: [one.number, found.number], by: "amount" }
    }
    return undefined
}

/** Rows of one transaction that are looked at for a receiver. */
const MOST_COMPARED = 16

/** Two rows of one amount within a day, of which one says no transaction. */
function likelyTransfer(first: readonly TellingRow[], second: readonly TellingRow[]): Doubt | undefined {
    const known = new Map<string, TellingRow[]>()
    const keys = ({ row }: TellingRow): readonly string[] => {
        if (row === undefined) return []
        const { bare, whole } = amountsOf(row, keptText)
        return [bare, ...(whole === undefined ? [] : [whole])].map((amount) => `${row.asset ?? ""} ${amount}`)
    }
    for (const one of second)
        for (const key of keys(one)) known.set(key, [...(known.get(key) ?? []), one].slice(-MOST_COMPARED))
    for (const one of first) {
        const hasId = one.row !== undefined && transferId(one.row) !== undefined
        const found = keys(one)
            .flatMap((key) => known.get(key) ?? [])
            .find(
                (other) =>
                    !(hasId && other.row !== undefined && transferId(other.row) !== undefined) &&
                    isNear(one, other, DAY),
            )
        if (found !== undefined) return { rows: [one.number, found.number], by: "likely" }
    }
    return undefined
}

const isNear = (a: TellingRow, b: TellingRow, within: number): boolean =>
    a.at === undefined || b.at === undefined || Math.abs(a.at - b.at) <= within

const byTime = (a: TellingRow, b: TellingRow): number => (a.at ?? 0) - (b.at ?? 0)

/** Both amounts of a conversion, in one spelling. */
const legsOf = ({ base, quote, filled, value }: LedgerRow): string =>
    [base, quote, plainText(filled), plainText(value)].join("\n")

/** Each conversion of the first with the next one of the second that has both its amounts. */
function conversionPairs(first: readonly TellingRow[], second: readonly TellingRow[]): Pairs {
    const waiting = new Map<string, TellingRow[]>()
    const isConversion = ({ row }: TellingRow): boolean => row?.kind === "convert"
    for (const one of second.filter(isConversion).sort(byTime)) {
        const key = one.row === undefined ? "" : legsOf(one.row)
        const rows = waiting.get(key)
        if (rows === undefined) waiting.set(key, [one])
        else rows.push(one)
    }
    const rows = new Map<number, number>()
    for (const one of first.filter(isConversion).sort(byTime)) {
        const queue = waiting.get(one.row === undefined ? "" : legsOf(one.row)) ?? []
        while (queue[0] !== undefined && (queue[0].at ?? 0) < (one.at ?? 0) - CLOCKS_APART) queue.shift()
        const [next] = queue
        if (next === undefined || !isNear(one, next, CLOCKS_APART)) continue
        queue.shift()
        rows.set(one.number, next.number)
    }
    return { rows, by: "conversion", withFee: false }
}

/** Conversions of one asset into one other, in both lists and with other amounts or at other times. */
function likelyConversion(first: readonly TellingRow[], second: readonly TellingRow[]): Doubt | undefined {
    const symbolOf = ({ row }: TellingRow): string => (row?.kind === "convert" ? (row.symbol ?? "") : "")
    const known = new Map(second.map((one) => [symbolOf(one), one]))
    for (const one of first) {
        const found = symbolOf(one) === "" ? undefined : known.get(symbolOf(one))
        if (found !== undefined) return { rows: [one.number, found.number], by: "likely" }
    }
    return undefined
}
