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

/** Whether a row is in the list. */
export function inRowList(list: RowList, row: number): boolean {
    return list === "all" || list.some(([from, to]) => row >= from && row <= to)
}

/** Ascending row numbers as text: `2-19, 25`. */
export function printRows(rows: readonly number[]): string {
    const ranges: [number, number][] = []
    for (const row of [...rows].sort((a, b) => a - b)) {
        const last = ranges.at(-1)
        if (last !== undefined && row <= last[1] + 1) last[1] = Math.max(last[1], row)
        else ranges.push([row, row])
    }
    return ranges.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(", ")
}
