import { execFileSync } from "node:child_process"

const READERS = {
    poppler: (pdf) => execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", pdf, "-"], OPTIONS),
    mupdf: (pdf) => execFileSync("mutool", ["draw", "-q", "-F", "txt", pdf], OPTIONS),
}
const OPTIONS = { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] }
const FOOT = /第 ?\d+ ?页 ?\/ ?共 ?\d+ ?页/g

/** What the readers get out of a PDF, against what was put in: `exact`, or how many characters were lost and added. */
export function roundTrip(pdf, expected) {
    return Object.entries(READERS).map(([name, read]) => {
        let text
        try {
            text = read(pdf)
        } catch {
            return `${name} –`
        }
        const found = bareText(text, expected)
        return `${name} ${found === expected.text ? "exact" : difference(found, expected.text)}`
    })
}

/** Without heads, feet and contents, which are no part of the text, white space, and bullets, which differ. */
function bareText(text, { title, afterContents }) {
    const lines = text.replaceAll("\f", "\n").split("\n")
    const solid = lines
        .filter((line) => line.trim() !== title)
        .join("\n")
        .replace(FOOT, "")
        .replace(/[\s\u200b\u00ad●•‣◦]/g, "")
    const from = solid.indexOf("目录")
    const to = afterContents === "" ? -1 : solid.indexOf(afterContents)
    return from < 0 || from > to ? solid : solid.slice(0, from) + solid.slice(to)
}

/** Characters that are there more often in one text than in the other; where there are none, some are out of order. */
function difference(found, expected) {
    const counts = new Map()
    for (const c of expected) counts.set(c, (counts.get(c) ?? 0) + 1)
    for (const c of found) counts.set(c, (counts.get(c) ?? 0) - 1)
    const missing = [...counts.values()].reduce((sum, n) => sum + Math.max(0, n), 0)
    const added = [...counts.values()].reduce((sum, n) => sum + Math.max(0, -n), 0)
    return missing + added === 0 ? "reordered" : `${missing} lost, ${added} added`
}

/** Pages, and whether the file is tagged. */
export function pdfFacts(pdf) {
    try {
        const info = execFileSync("pdfinfo", [pdf], OPTIONS)
        return { pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]), tagged: /Tagged:\s+yes/.test(info) }
    } catch {
        return { pages: undefined, tagged: undefined }
    }
}
