import { expect, test } from "vitest"
import { checkPaths, pathFault } from "../../../src/packet/manifest/path.ts"

test.each([
    "data/index.json",
    "data/evidence/E001.jpg",
    "a",
    "A-1_b.tar.gz",
    "data/prior/1/signature-1.sig",
    "x".repeat(100),
])("%s is safe", (path) => {
    expect(pathFault(path)).toBeUndefined()
})

test.each<[string, string]>([
    ["", "empty"],
    ["/a", "absolute"],
    ["a//b", "segment-empty"],
    ["a/", "segment-empty"],
    ["..", "segment-dot"],
    ["a/../b", "segment-dot"],
    ["./a", "segment-dot"],
    [".hidden", "segment-dot"],
    ["a./b", "segment-dot"],
    ["-rf", "segment-dash"],
    ["a\\b", "character"],
    ["a b", "character"],
    ["a:b", "character"],
    ["a%20b", "character"],
    ["证据.jpg", "character"],
    ["a\u0000", "character"],
    ["a\n", "character"],
    ["a\u202Eb", "character"],
    ["data/CON", "reserved-name"],
    ["data/nul.txt", "reserved-name"],
    ["lpt1.tar.gz", "reserved-name"],
    ["x".repeat(101), "segment-long"],
    [`${"x".repeat(90)}/${"x".repeat(90)}`, "path-long"],
    ["a/b/c/d/e/f/g/h/i", "deep"],
])("%j is not safe: %s", (path, fault) => {
    expect(pathFault(path)).toBe(fault)
})

test("names that one file system takes for the same are named, whatever the system here", () => {
    const codes = (paths: string[]) => checkPaths(paths).map((i) => [i.code, i.path[0]])
    expect(codes(["a/B", "a/b"])).toEqual([["manifest.path.collision", "a/b"]])
    expect(codes(["A/b", "a/c"])).toEqual([["manifest.path.collision", "a/c"]])
    expect(codes(["a", "a/b"])).toEqual([["manifest.path.file-and-folder", "a"]])
    expect(codes(["e\u0301", "\u00e9"]).filter(([code]) => code === "manifest.path.collision")).toHaveLength(1)
    expect(codes(["a/b", "a/c", "b"])).toEqual([])
})
