/** Rows of a file as a person names them: `2-19`, `4, 7-9`, `全部`. */

/** Inclusive ranges, ascending; `all` for every row. */
export type RowList = "all" | readonly (readonly [from: number, to: number])[]

/** Reads a list of rows; `undefined` where it is none. */
export function readRowList(text: string): RowList | undefined {
    const plain = text
        .normalize("NFKC")
        .replace(/[第行至到~—–]|rows?|lines?/gi, (sign) => (/[至到~—–]/.test(sign) ? "-" : " "))
        .trim()
    if (/^(?:all|全部|所有|整个文件)$/i.test(plain)) return "all"
    const ranges: [number, number][] = []
    for (const part of plain.split(/[,;、，；]/)) {
        const found = /^\s*(\d{1,7})\s*(?:-\s*(\d{1,7})\s*)?$/.exec(part)
        if (found === null) return undefined
        const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])]
        if (from < 1 || to < from) return undefined
        ranges.push([from, to])
    }
    return ranges.sort(([a], [b]) => a - b)
}

/** Rows of an export that stand for orders and transfers: by their numbers, or by an order number. */
export interface CitedRows {
    readonly file: string
    readonly rows?: RowList
    readonly id?: string
}

/** Reads `X03 12-15` or `X03 13227000002`; `undefined` where it is neither. */
export function readCitedRows(text: string): CitedRows | undefined {
    const [, file = "", rest = ""] = /^\s*(X\d{2,4}(?:\/.+(?=\s))?)\s+(.+?)\s*$/.exec(text) ?? []
    const list = readRowList(rest)
    if (file === "") return undefined
    // Seven figures are a row of no file that is read in full.
    if (list !== undefined && list !== "all" && list.every(([, to]) => to <= 2_000_000)) return { file, rows: list }
    return /^[A-Za-z0-9_-]{6,}$/.test(rest) ? { file, id: rest } : undefined
}

/** Whether a row is in the list. */
export function inRowList(list: RowList, row: number): boolean {
    return list === "all" || list.some(([from, to]) => row >= from && row <= to)
}

/** Ascending row numbers as text: `2-19, 25`. */
export function printRows(rows: readonly number[]): string {
    return printRanges(joined(rows.map((row) => [row, row])))
}

/** The largest number that a list of rows can name. */
const LAST_ROW = 1_999_999

/** Whether a list reaches to the end of its file, however long that is. */
export const isOpenEnd = (to: number): boolean => to >= LAST_ROW

/** The same list with rows more or without them; `undefined` where none are left. */
export function changeRows(list: RowList | undefined, from: number, to: number, isIn: boolean): RowList | undefined {
    if (list === "all" && isIn) return list
    const ranges = list === "all" ? [[1, LAST_ROW] as const] : (list ?? [])
    const changed = isIn
        ? joined([...ranges, [from, to]])
        : ranges.flatMap(([a, b]) =>
              [[a, Math.min(b, from - 1)] as const, [Math.max(a, to + 1), b] as const].filter(
                  ([first, last]) => first <= last,
              ),
          )
    return changed.length === 0 ? undefined : changed
}

/** A list as it is read again. */
export function printRowList(list: RowList): string {
    return list === "all" ? "全部" : printRanges(list)
}

/** Ranges in order, those that touch as one. */
function joined(ranges: readonly (readonly [from: number, to: number])[]): [from: number, to: number][] {
    const found: [number, number][] = []
    for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
        const last = found.at(-1)
        if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
        else found.push([from, to])
    }
    return found
}

/** Ranges as text: `2-19, 25`. */
export function printRanges(ranges: readonly (readonly [from: number, to: number])[]): string {
    return ranges.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(", ")
}
