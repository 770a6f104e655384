import fc from "fast-check"
import { expect, test } from "vitest"
import { concat, fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { parseManifest, printManifest } from "../../../src/packet/manifest/manifest.ts"
import { isSafePath } from "../../../src/packet/manifest/path.ts"
import { tool } from "../../tool.ts"
import { inFolder, run } from "../assemble/sample.ts"

const h = (n: number) => sha256Hex(Uint8Array.of(n))
const parse = (text: string) => parseManifest(utf8(text), "m", "data/")
const codes = (text: string) => parse(text).issues.map((i) => i.code)

test("lines are sorted by bytes: capitals before small letters, points before digits", () => {
    const text = fromUtf8(
        printManifest(["data/b", "data/B", "data/a.b", "data/a/b"].map((path) => ({ path, sha256: h(1) }))),
    )
    expect(text?.split("\n").map((line) => line.slice(66))).toEqual(["data/B", "data/a.b", "data/a/b", "data/b", ""])
})

const path = fc
    .array(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,9}$/), { minLength: 1, maxLength: 4 })
    .map((segments) => `data/${segments.join("/").toLowerCase()}`)
    .filter(isSafePath)

test("what is printed reads back; reading what was printed has no issue, and printing it gives the same bytes", () => {
    fc.assert(
        fc.property(fc.uniqueArray(path, { maxLength: 20 }), (paths) => {
            const files = paths.filter((p) => !paths.some((other) => other.startsWith(`${p}/`)))
            const lines = files.map((p, i) => ({ path: p, sha256: h(i) }))
            const bytes = printManifest(lines)
            const { lines: read, issues } = parseManifest(bytes, "m", "data/")
            expect(issues).toEqual([])
            expect(printManifest(read)).toEqual(bytes)
            expect(new Set(read.map((line) => line.path))).toEqual(new Set(files))
        }),
    )
})

test("no other text reads without an issue: what parses cleanly prints to the same bytes", () => {
    const good = `${h(1)}  data/a\n${h(2)}  data/b\n`
    fc.assert(
        fc.property(fc.nat(good.length - 1), fc.constantFrom(..."\r\n\t /.aA0g%\0\uFEFFé".split("")), (at, char) => {
            const bytes = utf8(good.slice(0, at) + char + good.slice(at + 1))
            const { lines, issues } = parseManifest(bytes, "m", "data/")
            if (issues.length === 0) expect(printManifest(lines)).toEqual(bytes)
        }),
        { numRuns: 2000 },
    )
})

test.each<[string, string, string]>([
    ["CRLF", `${h(1)}  data/a\r\n`, "manifest.line.carriage-return"],
    ["a BOM", `\uFEFF${h(1)}  data/a\n`, "manifest.text.encoding"],
    ["no line end at the end", `${h(1)}  data/a`, "manifest.text.end"],
    ["capital digits", `${h(1).toUpperCase()}  data/a\n`, "manifest.line.spelling"],
    ["one space", `${h(1)} data/a\n`, "manifest.line.spelling"],
    ["a tab", `${h(1)}\tdata/a\n`, "manifest.line.spelling"],
    ["the binary mark of sha256sum", `${h(1)} *data/a\n`, "manifest.line.spelling"],
    ["a short digest", `${h(1).slice(1)}  data/a\n`, "manifest.line.form"],
    ["an md5 digest", `${h(1).slice(32)}  data/a\n`, "manifest.line.form"],
    ["an empty line", `${h(1)}  data/a\n\n`, "manifest.line.form"],
    ["a comment", "# list\n", "manifest.line.form"],
    ["the wrong order", `${h(1)}  data/b\n${h(1)}  data/a\n`, "manifest.line.order"],
    ["a path twice", `${h(1)}  data/a\n${h(2)}  data/a\n`, "manifest.line.duplicate"],
    ["a path outside data/", `${h(1)}  bagit.txt\n`, "manifest.line.outside"],
    ["a path that climbs out", `${h(1)}  data/../a\n`, "manifest.path.unsafe"],
    ["an absolute path", `${h(1)}  /etc/passwd\n`, "manifest.path.unsafe"],
    ["percent encoding", `${h(1)}  data/a%0A\n`, "manifest.path.unsafe"],
    ["three spaces", `${h(1)}   data/a\n`, "manifest.line.spelling"],
    ["names that differ in case", `${h(1)}  data/A\n${h(1)}  data/a\n`, "manifest.path.collision"],
    ["folders that differ in case", `${h(1)}  data/A/x\n${h(1)}  data/a/y\n`, "manifest.path.collision"],
    ["a file that is a folder", `${h(1)}  data/a\n${h(1)}  data/a/b\n`, "manifest.path.file-and-folder"],
])("a manifest with %s is not accepted", (_, text, code) => {
    expect(codes(text)).toContain(code)
})

test("bytes that are not UTF-8 are refused, and the lines that can be read are", () => {
    const bytes = concat([utf8(`${h(1)}  data/a\n${h(2)}  data/`), Uint8Array.of(0xff, 0x0a)])
    const { lines, issues } = parseManifest(bytes, "m", "data/")
    expect(issues.map((i) => i.code)).toEqual(["manifest.text.encoding", "manifest.path.unsafe"])
    expect(lines[0]).toEqual({ path: "data/a", sha256: h(1) })
})

test("every finding is given, with its line", () => {
    const { issues, lines } = parse(`nonsense\n${h(1)}  data/b\n${h(1)}  data/a\r\n`)
    expect(issues.map((i) => [i.code, ...i.path])).toEqual([
        ["manifest.line.form", "m", 1],
        ["manifest.line.carriage-return", "m", 3],
        ["manifest.line.order", "m", 3],
    ])
    expect(lines).toHaveLength(2)
})

test("line ends that a transfer changed are one finding, as they have one cause", () => {
    const { issues, lines } = parse(`${h(1)}  data/a\r\n${h(1)}  data/b\r\n${h(1)}  data/c\r\n`)
    expect(issues.map((i) => [i.code, ...i.path])).toEqual([["manifest.line.carriage-return", "m", 1]])
    expect(lines).toHaveLength(3)
})

test("a list that could not be read again is never printed", () => {
    expect(() => printManifest([{ path: "data/../x", sha256: h(1) }])).toThrow(RangeError)
    expect(() => printManifest([{ path: "data/x", sha256: "00" }])).toThrow(RangeError)
    const twice = { path: "data/x", sha256: h(1) }
    expect(() => printManifest([twice, twice])).toThrow(RangeError)
})

test.skipIf(!tool("sha256sum"))("sha256sum prints the same bytes in the same order", () =>
    inFolder(new Map(["data/b", "data/C", "data/a.b", "data/a/b"].map((p, i) => [p, Uint8Array.of(i)])), (folder) => {
        const { output } = run(folder, "sh", [
            "-c",
            "find data -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum",
        ])
        expect(parse(output).issues).toEqual([])
        expect(fromUtf8(printManifest(parse(output).lines))).toBe(output)
    }),
)
