import type { Report } from "./format.ts"
import { FORMATS } from "./formats/index.ts"
import { isNamed } from "./named.ts"
import { answerOf, choiceBy, citedIn, hasLists, type LedgerOptions } from "./options.ts"
import { commonSpan, copyOf, isApart, overlapOf, repeatedIn, twinsIn, withoutRing } from "./overlaps.ts"
import type { ExportFile } from "./read-file.ts"
import { type Reading, readExport } from "./reading.ts"
import { type Repeats, repeatsIn } from "./repeats.ts"
import type { Choose } from "./row.ts"
import type { Overlap } from "./same-rows.ts"
import type { TableFault } from "./table.ts"
import { mayTellAgain, type TellingRow, tellingRows, toldAgain } from "./told-again.ts"
import { rowsByOtherClock } from "./two-clocks.ts"
import { DAY } from "./wall.ts"

/** All exports of a case as one ledger: what was read, what was chosen, what overlaps and what is missing. */
export interface Ledger {
    readonly readings: readonly Reading[]
    readonly unread: readonly UnreadFile[]
    /** How rows were chosen: by lists of the reporter's, by the times that they state, or not at all. */
    readonly chosenBy: "rows" | "times" | "none"
    readonly overlaps: readonly Overlap[]
    /** Files of one report that reach over the same time and have no market or asset in common: all of both counts. */
    readonly filtered: readonly Pick<Overlap, "first" | "second">[]
    /** A file whose columns were named and one of the same report that reach over the same time: all of both counts. */
    readonly beside: readonly Pick<Overlap, "first" | "second">[]
    /** Files that touch, with rows alike in the instant that both have: all of them count. */
    readonly touching: readonly Overlap[]
    /** By label the rows that are chosen for the time of another file's: see `two-clocks.ts`. */
    readonly byOtherClock: ReadonlyMap<string, ReadonlySet<number>>
    /** Files in which rows were pasted twice; all of them count. */
    readonly repeats: readonly Repeats[]
    readonly gaps: readonly Gap[]
}

/** A file of which no row could be read; it stays evidence. */
export type UnreadFile = { readonly label: string; readonly name: string } & (TableFault | { readonly fault: "nested" })

/** A span of more than a day between two files of one report, of which no file tells. */
export interface Gap {
    readonly report: Report
    readonly before: string
    readonly after: string
    readonly from: number
    readonly to: number
    /** How much of the clock the files do not have at these ends, in ms; 0 where they have seconds. */
    readonly unit: number
}

/** Reads all exports. The order of the files is that of their labels. */
export async function readLedger(files: readonly ExportFile[], options: LedgerOptions): Promise<Ledger> {
    const chosenBy = hasLists(options) ? "rows" : options.window === undefined ? "none" : "times"
    const unread: UnreadFile[] = []
    const read: { readonly file: ExportFile; readonly reading: Reading }[] = []
    for (const file of files) {
        const reading = await readOne(file, options)
        if ("fault" in reading) unread.push({ label: file.label, name: file.name, ...reading })
        else read.push({ file, reading })
    }
    const all = read.map(({ reading }) => reading)
    const others = othersOf(all, options)
    const own = all.filter((reading) => !others.has(reading.format.exchange))
    const { overlaps, filtered, beside, touching } = await inCommon(own, files, options)
    const byOtherClock = await rowsByOtherClock(own, files, options, overlaps)
    const readings: Reading[] = []
    for (const { file, reading } of read) {
        const isOther = others.has(reading.format.exchange)
        const isAside = overlaps.some(({ aside }) => aside === reading.label)
        const hasTwins = twinsIn(overlaps, reading.label).size > 0 || byOtherClock.has(reading.label)
        const known = { isOther, overlaps, byOtherClock }
        const again = isOther || isAside || hasTwins ? await readOne(file, options, known) : reading
        readings.push("fault" in again ? reading : again)
    }
    const repeats: Repeats[] = []
    for (const reading of own.filter(({ mayRepeat }) => mayRepeat)) {
        const found = await repeatsIn(reading, files, options)
        if (found !== undefined) repeats.push(found)
    }
    const gaps = gapsOf(readings.filter(({ isOther }) => !isOther))
    return { readings, unread, chosenBy, overlaps, filtered, beside, touching, byOtherClock, repeats, gaps }
}

/** What the files of a case have in common, two by two. */
async function inCommon(
    own: readonly Reading[],
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Pick<Ledger, "overlaps" | "filtered" | "beside" | "touching">> {
    const overlaps: Overlap[] = []
    const filtered: Ledger["filtered"][number][] = []
    const beside: Ledger["beside"][number][] = []
    const touching: Overlap[] = []
    const telling = new Map<string, Promise<readonly TellingRow[]>>()
    const rowsOf = (reading: Reading): Promise<readonly TellingRow[]> => {
        const rows = telling.get(reading.label) ?? tellingRows(reading, files, options)
        telling.set(reading.label, rows)
        return rows
    }
    for (const [i, last] of own.entries())
        for (const one of own.slice(0, i).filter((before) => isOneAccount(before, last))) {
            // Of a copy whose columns were named the exchange's own tells more.
            const isTurned = isNamed(one.format) && !isNamed(last.format)
            const [other, reading] = isTurned ? [last, one] : [one, last]
            const isList = isSameReport(other, reading)
            const isBeside = isList && commonSpan(other, reading) !== undefined
            const isParted = isBeside && isApart(other, reading)
            const compare = isBeside ? overlapOf : copyOf
            const found = isList && !isParted ? await compare(other, reading, files, options) : undefined
            const again =
                found?.aside === undefined && mayTellAgain(other, reading)
                    ? toldAgain([other, reading], [await rowsOf(other), await rowsOf(reading)], found)
                    : undefined
            if (again !== undefined && "overlap" in again) overlaps.push(withoutRing(again.overlap, overlaps))
            else if (again !== undefined || isParted) filtered.push({ first: other.label, second: reading.label })
            else if (isNamedBeside(other, reading) && found?.aside === undefined) {
                if (isBeside && ownerOf(reading) === undefined)
                    beside.push({ first: other.label, second: reading.label })
            } else if (found?.isTouch === true) touching.push(found)
            else if (found !== undefined) {
                const { also, ...main } = found
                overlaps.push(withoutRing(main, overlaps))
                if (also !== undefined) overlaps.push(withoutRing(also, overlaps))
            }
        }
    for (const [named, other] of besideLedgers(own)) {
        const found = await overlapOf(other, named, files, options)
        if (found?.aside !== undefined) overlaps.push(withoutRing(found, overlaps))
        else if ((found?.inCommon ?? 0) > 0 || found?.isTouch === true)
            beside.push({ first: other.label, second: named.label })
    }
    return { overlaps, filtered, beside, touching }
}

function readOne(
    file: ExportFile,
    options: LedgerOptions,
    known: { readonly isOther: boolean } & ChosenBeside = { isOther: false, overlaps: [], byOtherClock: new Map() },
): ReturnType<typeof readExport> {
    const { label } = file
    return readExport(file, options.formats ?? FORMATS, {
        answer: answerOf(options, label),
        choose: choiceIn(options, label, known),
        isCited: citedIn(options, label),
        isRepeated: repeatedIn(known.overlaps, label),
        isOther: known.isOther,
        isListed: hasLists(options),
    })
}

/** Exchanges that are not that of the case. Where the case leaves open which of several it is, none of them counts. */
function othersOf(readings: readonly Reading[], { standing }: LedgerOptions): ReadonlySet<string> {
    const names = [...new Set(readings.map(({ format }) => format.exchange))].filter((name) => name !== "")
    if (standing === undefined) return new Set()
    const [own = [], untold = []] = (["own", "untold"] as const).map((as) =>
        names.filter((name) => standing(name) === as),
    )
    if (own.length === 1) return new Set(names.filter((name) => name !== own[0]))
    return own.length === 0 && names.length === 1 && untold.length === 1 ? new Set() : new Set(names)
}

/** How many rows are chosen for the time of another file's. */
export const countBeside = ({ byOtherClock }: Ledger): number =>
    [...byOtherClock.values()].reduce((sum, { size }) => sum + size, 0)

type ChosenBeside = Pick<Ledger, "overlaps" | "byOtherClock">

/** As {@link choiceBy}, with rows that stand for those of another file. */
export function choiceIn(options: LedgerOptions, label: string, { overlaps, byOtherClock }: ChosenBeside): Choose {
    const choose = choiceBy(options, label)
    const twins = new Set([...twinsIn(overlaps, label), ...(byOtherClock.get(label) ?? [])])
    return (row, epochMs, of) => choose(row, epochMs, of) || twins.has(row)
}

/** Whether two readings tell of the same list of the same account. */
function isSameReport(a: Reading, b: Reading): boolean {
    return (a.format.list === b.format.list || isNamedBeside(a, b)) && isOneAccount(a, b)
}

/** Ledgers of an account and of its funding account, of which the reporter named the columns of one: it may be a copy. */
function besideLedgers(own: readonly Reading[]): readonly (readonly [named: Reading, other: Reading])[] {
    const of = (report: Report): readonly Reading[] => own.filter((one) => one.report === report)
    return of("statement").flatMap((a) =>
        of("funding")
            .filter((b) => (isNamed(a.format) || isNamed(b.format)) && mayBeOne(a, b))
            .map((b) => (isNamed(b.format) ? ([b, a] as const) : ([a, b] as const))),
    )
}

/** The wallet whose list it is. */
const ownerOf = ({ format }: Reading): string | undefined => format.ways?.owner

/** Whether the reporter named the columns of one of them alone: it may be a copy of the other, or of another account. */
const isNamedBeside = (a: Reading, b: Reading): boolean => isNamed(a.format) !== isNamed(b.format)

/** Whether two readings are of one report and may be of one account. */
function isOneAccount(a: Reading, b: Reading): boolean {
    if (a.report === undefined || a.report !== b.report) return false
    if (a.format.exchange !== b.format.exchange && !isNamedBeside(a, b)) return false
    return mayBeOne(a, b)
}

/** Whether nothing says that two readings are of two accounts. */
function mayBeOne(a: Reading, b: Reading): boolean {
    const [own, others] = [ownerOf(a), ownerOf(b)]
    if (own !== undefined && others !== undefined && own !== others) return false
    return a.uids.length === 0 || b.uids.length === 0 || a.uids.some((uid) => b.uids.includes(uid))
}

/** Spans between files of one report. Within a file nothing can be told from a quiet time. */
function gapsOf(readings: readonly Reading[]): Gap[] {
    const gaps: Gap[] = []
    for (const [i, reading] of readings.entries()) {
        const isAlike = (one: Reading): boolean => isSameReport(one, reading) && !isNamedBeside(one, reading)
        if (readings.findIndex(isAlike) !== i) continue
        const same = readings.filter(isAlike)
        const spans = same
            .flatMap(({ label, first, last }) =>
                first?.epochMs === undefined || last?.epochMs === undefined
                    ? []
                    : [{ label, from: first.epochMs, to: last.epochMs, first, last }],
            )
            .sort((a, b) => a.from - b.from)
        let end: (typeof spans)[number] | undefined
        for (const span of spans) {
            if (end !== undefined && span.from - end.to > DAY && reading.report !== undefined)
                gaps.push({
                    report: reading.report,
                    before: end.label,
                    after: span.label,
                    from: end.to,
                    to: span.from,
                    unit: Math.max(end.last.span ?? 0, span.first.span ?? 0),
                })
            if (end === undefined || span.to > end.to) end = span
        }
    }
    return gaps
}
