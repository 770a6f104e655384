import { inRowList } from "../case/row-list.ts"
import type { Case } from "../case/schema.ts"
import type { Format } from "./format.ts"
import { FORMATS } from "./formats/index.ts"
import { type DecimalText, magnitude, plainText } from "./number.ts"
import type { ExportFile } from "./read-file.ts"
import { type ExportAnswer, openExport, type Reading } from "./reading.ts"
import type { Choose, LedgerRow } from "./row.ts"
import type { Table } from "./table.ts"

/** What a ledger is read by, besides its files. */
export interface LedgerOptions {
    /** By label of the file; members of a ZIP have `X05/<name>`. */
    readonly answers: ReadonlyMap<string, ExportAnswer>
    /** First and last instant of the rows that are proposed, in ms since 1970; both included. */
    readonly window?: { readonly from: number; readonly to: number }
    readonly formats?: readonly Format[]
    /** Rows that the case cites. */
    readonly cited?: Case["exportRows"]
    /** Numbers of typed orders, in lower case: their rows are kept, chosen or not. */
    readonly typedOrders?: ReadonlySet<string>
    /** Typed transfers by {@link moveKey}: their rows are kept, chosen or not. */
    readonly typedTransfers?: ReadonlySet<string>
    /** Whether the case is about an exchange; without it every file counts. */
    readonly standing?: (exchange: string) => Standing
}

/** Whether an exchange is that of the case: it is, the case names another one, or the case does not tell. */
export type Standing = "own" | "other" | "untold"

/** What was said of a file; of one within another, what was said of that where nothing was said of it. */
export function answerOf({ answers }: LedgerOptions, label: string): ExportAnswer {
    const said = labelsAround(label).find((one) => answers.has(one))
    return answers.get(said ?? label) ?? {}
}

/** The table of a file that was read before, to walk through once more; `undefined` where it can no longer be read. */
export async function openAgain(
    { label }: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Table | undefined> {
    const file = files.find((one) => one.label === label)
    if (file === undefined) return undefined
    const table = await openExport(file, options.formats ?? FORMATS, answerOf(options, label))
    return "fault" in table ? undefined : table
}

/** `X05/a.xlsx/Spot` -> itself, `X05/a.xlsx`, `X05`. */
export function labelsAround(label: string): readonly string[] {
    const parts = label.split("/")
    return parts.map((_, i) => parts.slice(0, parts.length - i).join("/"))
}

/** Whether the reporter listed rows of any file. */
export function hasLists({ answers }: LedgerOptions): boolean {
    return [...answers.values()].some(({ unauthorised }) => unauthorised !== undefined)
}

/** Which rows of a file are reckoned with: those that were listed, else those within the window. */
export function choiceBy(options: LedgerOptions, label: string): Choose {
    const { window } = options
    if (hasLists(options)) return listedIn(options, label)
    // What a person bought from another user is their own doing.
    // A time without seconds is a minute, and it counts where any of it is within.
    return (_, epochMs, { kind, span = 1 }) =>
        window !== undefined &&
        epochMs !== undefined &&
        kind !== "purchase" &&
        epochMs + span > window.from &&
        epochMs <= window.to
}

/** Whether the reporter listed a row of a file; all of an archive are all of its files. */
export function listedIn({ answers }: LedgerOptions, label: string): (row: number) => boolean {
    const isWhole = labelsAround(label).some((one) => answers.get(one)?.unauthorised === "all")
    const list = answers.get(label)?.unauthorised ?? (isWhole ? "all" : undefined)
    return (row) => list !== undefined && inRowList(list, row)
}

/** Whether the case cites a row, or types the order or transfer that it stands for. */
export function citedIn(options: LedgerOptions, label: string): (row: number, of: LedgerRow) => boolean {
    const { cited = [], typedOrders = new Set(), typedTransfers = new Set() } = options
    const here = cited.filter(({ file }) => file === label)
    const isTyped = (id: string | undefined): boolean => id !== undefined && typedOrders.has(id.toLowerCase())
    return (row, of) =>
        here.some(({ rows, id }) => (rows === undefined ? id === of.orderId : inRowList(rows, row))) ||
        (of.kind === "order" && typedOrders.size > 0 && (isTyped(of.orderId) || isTyped(of.clientOrderId))) ||
        (typedTransfers.size > 0 && isMove(of) && typedTransfers.has(moveKey(of.asset ?? "", of.amount ?? "0")))
}

const MOVES: readonly string[] = ["transfer", "deposit", "withdrawal"]

function isMove(row: LedgerRow): boolean {
    return MOVES.includes(row.kind === "change" ? (row.class ?? "") : row.kind)
}

/** `BTC 0.5`: asset and amount of a transfer, without its sign and zeros behind its last place. */
export function moveKey(asset: string, amount: DecimalText): string {
    return `${asset.toUpperCase()} ${plainText(magnitude(amount))}`
}
