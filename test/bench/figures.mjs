// The table of figures in README.md of this folder, between two comments.
import { readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { HERE } from "./prepare.mjs"

const FILE = join(HERE, "README.md")
const FROM = "<!-- figures: written by npm run bench -- --md -->"
const TO = "<!-- end of figures -->"
/** Rows in their order; one that was never measured is not there. */
export const ROWS = {
    cold: "one document, cold",
    warm: "one document, warm",
    long: "a document of 300 pages",
    draft: "draft of the sample case",
    verifyZip: "`verify`, ZIP of 2 GB",
    verifyFolder: "`verify`, folder of 2 GB",
    build: "`build` of 2 GB",
    small: "one of many small files",
    ledger: "a million rows reckoned",
}

/** The machine in words: figures of different ones do not stand in one table. */
export function machine() {
    return `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "?"}`
}

/**
 * Puts what was measured into the table; other rows stay, if they are of this machine.
 *
 * @param figures - `{ row, lerpack, peer, ratio }`, `row` a key of {@link ROWS}.
 * @param day - YYYY-MM-DD.
 */
export function writeFigures(figures, day) {
    writeFileSync(FILE, withFigures(readFileSync(FILE, "utf8"), figures, machine(), day))
}

/** The text with the table made anew. Throws where it has no place for one. */
export function withFigures(text, figures, where, day) {
    const [from, to] = [text.indexOf(FROM), text.indexOf(TO)]
    if (from < 0 || to < from) throw new Error(`no place for figures: ${FROM} … ${TO}`)
    const before = text.slice(from + FROM.length, to)
    const rows = new Map(before.includes(`\n${where}\n`) ? rowsOf(before) : [])
    for (const { row, lerpack, peer, ratio } of figures)
        rows.set(ROWS[row], `| ${[ROWS[row], lerpack, peer, ratio, day].join(" | ")} |`)
    const lines = Object.values(ROWS).flatMap((name) => rows.get(name) ?? [])
    const table = ["| | lerpack | peer | ratio | measured |", "| --- | --- | --- | --- | --- |", ...lines].join("\n")
    return `${text.slice(0, from)}${FROM}\n${where}\n\n${table}\n${text.slice(to)}`
}

/** Rows as they stand, by their first cell. */
function rowsOf(table) {
    const lines = table.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    return lines.map((line) => [line.split(" | ")[0].slice(2), line])
}
