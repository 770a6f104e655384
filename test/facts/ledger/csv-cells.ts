/** Cells of RFC 4180 text, taken apart by the grammar and nothing of ours. */
export function cellsOf(text: string): string[][] {
    const lines: string[][] = [[]]
    for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
        lines.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'))
        if (end === "\r\n") lines.push([])
    }
    return lines.slice(0, -1)
}
