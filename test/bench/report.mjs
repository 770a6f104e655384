export const out = (text = "") => process.stdout.write(`${text}\n`)
const ms = (value) => value.toFixed(value < 100 ? 1 : 0)
const mb = (kb) => (kb / 1024).toFixed(0)

export function table(head, rows) {
    const all = [head, ...rows].map((row) => row.map(String))
    const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)))
    for (const row of all)
        out(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "))
}

export function target(what, value, most, unit = "x") {
    const met = value <= most ? "met" : "MISSED"
    out(`${what}: ${value.toFixed(2)}${unit}, target at most ${most}${unit}: ${met}`)
}
function atLeast(what, value, least) {
    out(`${what}: ${value.toFixed(2)}x, target at least ${least}x: ${value >= least ? "met" : "MISSED"}`)
}

/** One figure of lerpack and a peer for the table of figures; none where one of them was not measured. */
function figure(row, own, peerName, peer) {
    if (typeof own !== "number" || typeof peer !== "number") return []
    return [{ row, lerpack: `${ms(own)} ms`, peer: `${peerName} ${ms(peer)} ms`, ratio: `${(own / peer).toFixed(2)}x` }]
}

/** The text by all tools, then the targets. */
export function printText({ rows, bootMs }, characters) {
    out(
        `\nText of ${characters} characters. A Node process that does nothing takes ${ms(bootMs)} ms of each but Chromium.`,
    )
    const base = rows.find(({ tool }) => tool === "typst")
    const ratio = (value, key) => (base?.[key] ? `${(value / base[key]).toFixed(2)}x` : "–")
    table(
        ["tool", "cold ms", "", "warm ms", "", "peak MB", "", "KB", "pages", "tagged", "text"],
        rows.map((row) =>
            row.failed
                ? [row.tool, row.failed, "", "", "", "", "", "", "", "", ""]
                : [
                      ...[row.tool, ms(row.coldMs), ratio(row.coldMs, "coldMs")],
                      ...[ms(row.warmMs), ratio(row.warmMs, "warmMs"), mb(row.peakKb), ratio(row.peakKb, "peakKb")],
                      ...[row.sizeKb.toFixed(0), row.pages ?? "–", row.tagged ? "yes" : "no", row.text.join(", ")],
                  ],
        ),
    )
    const own = rows.find(({ tool }) => tool === "lerpack")
    if (!own || own.failed) return []
    if (base && !base.failed) {
        target("cold, against Typst", own.coldMs / base.coldMs, 1.5)
        target("warm, against Typst", own.warmMs / base.warmMs, 1)
        target("peak memory, against Typst", own.peakKb / base.peakKb, 1.2)
    }
    for (const [tool, least] of [
        ["pdfmake", 2.5],
        ["chromium", 3.5],
    ]) {
        const peer = rows.find((row) => row.tool === tool)
        if (peer && !peer.failed) atLeast(`cold, faster than ${tool}`, peer.coldMs / own.coldMs, least)
    }
    return [...figure("cold", own.coldMs, "Typst", base?.coldMs), ...figure("warm", own.warmMs, "Typst", base?.warmMs)]
}

/** Tables of growing length: time and memory that each further page costs. */
export function printGrowth(sizes) {
    out("\nTable document, cold")
    const rows = sizes.flatMap(({ rows: count, results }) =>
        results.map((r) =>
            r.failed
                ? [`${r.tool} ${count} rows`, r.failed, "", "", "", ""]
                : [
                      ...[`${r.tool} ${count} rows`, r.pages, ms(r.coldMs), (r.coldMs / r.pages).toFixed(2)],
                      ...[mb(r.peakKb), r.sizeKb.toFixed(0)],
                  ],
        ),
    )
    table(["", "pages", "ms", "ms/page", "peak MB", "KB"], rows)
    const own = sizes.flatMap(({ results }) => results.filter((r) => r.tool === "lerpack" && !r.failed))
    if (own.length < 3) return []
    const [small, middle, large] = own
    const slope = (from, to, key) => (to[key] - from[key]) / (to.pages - from.pages)
    for (const [what, key] of [
        ["time", "coldMs"],
        ["memory", "peakKb"],
    ])
        target(
            `growth of ${what} per page, second half against first`,
            slope(middle, large, key) / slope(small, middle, key),
            1.25,
        )
    const typst = sizes.at(-1).results.find(({ tool }) => tool === "typst")
    return figure("long", large.coldMs, "Typst", typst?.coldMs)
}

/** The whole draft of the sample case. */
export function printSample({ draft, typst }) {
    out("\nDraft of the sample case: all PDFs, ZIP and signature, cold")
    if (typeof draft !== "number") {
        out(`lerpack: ${draft}`)
        return []
    }
    out(`lerpack ${ms(draft)} ms`)
    if (typeof typst === "number") target("against one Typst document", draft / typst, 3.5)
    return figure("draft", draft, "one document of Typst", typst)
}
