import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { LARGEST_MANIFEST, MOST_LINES, parseManifest } from "../../../src/packet/manifest/manifest.ts"
import { parseIndex } from "../../../src/packet/verify/index-file.ts"

test("a list of more lines than a packet has files is one finding, not one for each", () => {
    const { lines, issues } = parseManifest(utf8("\n".repeat(MOST_LINES + 1)), "manifest-sha256.txt", "data/")
    expect(lines).toEqual([])
    expect(issues.map(({ code }) => code)).toEqual(["manifest.text.lines"])
    expect(parseManifest(utf8("\n".repeat(MOST_LINES)), "m", "data/").issues.length).toBeGreaterThanOrEqual(MOST_LINES)
})

test("a list that is larger than any packet's is not read", () => {
    const { lines, issues } = parseManifest(new Uint8Array(LARGEST_MANIFEST + 1), "m", "data/")
    expect(lines).toEqual([])
    expect(issues.map(({ code }) => code)).toEqual(["manifest.text.large"])
})

test("a list within an index that is longer is one finding, and so are many superfluous members a few", () => {
    const members = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${String(i)}`, 0]))
    const { issues } = parseIndex(
        utf8(JSON.stringify({ format: "1.0", setAside: Array(20_001).fill(""), ...members })),
        "i",
    )
    expect(issues.filter(({ path }) => path[1] === "setAside")).toHaveLength(1)
    expect(issues.length).toBeLessThan(150)
})
