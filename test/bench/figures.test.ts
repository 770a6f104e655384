import { expect, test } from "vitest"
import { withFigures } from "./figures.mjs"

const EMPTY = "# Benchmark\n\n<!-- figures: written by npm run bench -- --md -->\n<!-- end of figures -->\nend\n"
const cold = { row: "cold", lerpack: "90 ms", peer: "Typst 80 ms", ratio: "1.13x" }
const build = { row: "build", lerpack: "9 s", peer: "zip -0 12 s", ratio: "0.75x" }

test("figures stand in their order, later ones replace those of their row, and the rest of the text stays", () => {
    const first = withFigures(EMPTY, [build], "Node A", "2026-11-27")
    const both = withFigures(first, [cold, { ...build, ratio: "0.70x" }], "Node A", "2026-11-28")
    expect(both.split("\n")).toEqual([
        "# Benchmark",
        "",
        "<!-- figures: written by npm run bench -- --md -->",
        "Node A",
        "",
        "| | lerpack | peer | ratio | measured |",
        "| --- | --- | --- | --- | --- |",
        "| one document, cold | 90 ms | Typst 80 ms | 1.13x | 2026-11-28 |",
        "| `build` of 2 GB | 9 s | zip -0 12 s | 0.70x | 2026-11-28 |",
        "<!-- end of figures -->",
        "end",
        "",
    ])
    expect(withFigures(both, [], "Node A", "2026-11-29")).toBe(both)
})

test("figures of another machine go", () => {
    const first = withFigures(EMPTY, [build], "Node A", "2026-11-27")
    expect(withFigures(first, [cold], "Node B", "2026-11-28")).not.toContain("zip -0")
})

test("a text without a place for them is refused", () => {
    expect(() => withFigures("# Benchmark\n", [build], "Node A", "2026-11-28")).toThrow("no place")
})
