import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { type Output, output, privateOutput } from "../../src/base/output.ts"
import { fileSource, replaceFiles, writeOutputs } from "../../src/node/files.ts"
import { place, takeBack } from "../../src/node/place.ts"
import { ROOT } from "../check.ts"
import { scratch } from "./run.ts"

// How the shell writes what a flow hands out.

const text = (path: string): Output => output("kept", path, utf8(path))
const mode = (path: string): number => statSync(path).mode & 0o777

describe("what a flow hands out", () => {
    test("is written under its paths, large files as they are on the disk", async () => {
        const folder = scratch()
        const large = join(scratch(), "large")
        writeFileSync(large, new Uint8Array(3 << 20).fill(7))
        const file: Output = { path: "b/c/large.bin", source: fileSource(large), role: "packet" }
        await writeOutputs(folder, ["a.txt", "b"], () => ({ outputs: [text("a.txt"), text("b/d.txt"), file] }))
        expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("a.txt")
        expect(readFileSync(join(folder, "b/d.txt"), "utf8")).toBe("b/d.txt")
        expect(readFileSync(join(folder, "b/c/large.bin")).equals(readFileSync(large))).toBe(true)
    })

    test("may be written by the flow itself, and is then left as it is", async () => {
        const folder = scratch()
        await writeOutputs(folder, ["a.zip", "again"], (pathOf) => {
            writeFileSync(pathOf("a.zip"), "by the flow")
            const packet: Output = { path: "a.zip", source: fileSource(pathOf("a.zip")), role: "packet" }
            return { outputs: [packet, { ...packet, path: "again/a.zip" }] }
        })
        expect(readFileSync(join(folder, "a.zip"), "utf8")).toBe("by the flow")
        expect(readFileSync(join(folder, "again/a.zip"), "utf8")).toBe("by the flow")
        // One place on the disk for both; a file of the user's is never tied to what is written.
        expect(statSync(join(folder, "again/a.zip")).ino).toBe(statSync(join(folder, "a.zip")).ino)
        const own = join(scratch(), "own.bin")
        writeFileSync(own, "mine")
        const copy: Output = { path: "own.bin", source: fileSource(own), role: "police" }
        await writeOutputs(folder, ["own.bin"], () => ({ outputs: [copy] }))
        expect(statSync(join(folder, "own.bin")).ino).not.toBe(statSync(own).ino)
    })

    test.each([0o000, 0o022, 0o077, 0o177])("is private under umask %o", async (umask) => {
        const folder = scratch()
        const script = `
            import { writeOutputs } from ${JSON.stringify(pathToFileURL(join(ROOT, "dist/node.js")).href)}
            import { memorySource } from ${JSON.stringify(pathToFileURL(join(ROOT, "dist/index.js")).href)}
            process.umask(${String(umask)})
            const source = memorySource(new Uint8Array(1))
            const photo = { role: "identity-image", path: "identity/id.jpg", source, private: true }
            await writeOutputs(${JSON.stringify(folder)}, ["identity"], () => ({ outputs: [photo] }))`
        execFileSync(process.execPath, ["--input-type=module", "-e", script])
        expect(mode(join(folder, "identity"))).toBe(0o700)
        expect(mode(join(folder, "identity/id.jpg"))).toBe(0o600)
    })

    test("is kept from others where it is private, with the folder that holds nothing else", async () => {
        const folder = scratch()
        const photo = privateOutput("identity-image", "identity/id.jpg", utf8("x"))
        const sheet = privateOutput("portal", "prepared/sheet.pdf", utf8("x"))
        const outputs = [sheet, photo, text("prepared/letter.pdf")]
        await writeOutputs(folder, ["identity", "prepared"], () => ({ outputs }))
        expect(mode(join(folder, "identity"))).toBe(0o700)
        expect(mode(join(folder, "identity/id.jpg"))).toBe(0o600)
        expect(mode(join(folder, "prepared/sheet.pdf"))).toBe(0o600)
        expect(mode(join(folder, "prepared"))).toBe(0o777 & ~process.umask())
        expect(mode(join(folder, "prepared/letter.pdf"))).toBe(0o666 & ~process.umask())
    })
})

/** Ends when the others have come as far. */
function meeting(count: number): () => Promise<void> {
    let waiting: (() => void)[] = []
    return () =>
        new Promise((resolve) => {
            waiting.push(resolve)
            if (waiting.length < count) return
            for (const one of waiting) one()
            waiting = []
        })
}

describe("runs into one folder", () => {
    test("one writes all of it, the others nothing, and none takes away what it did not write", async () => {
        for (const given of [scratch(), join(scratch(), "new")]) {
            const together = meeting(4)
            const runs = [1, 2, 3, 4].map((n) =>
                writeOutputs(given, ["a", "b.zip"], async (pathOf) => {
                    await together()
                    writeFileSync(pathOf("b.zip"), String(n))
                    return { outputs: [output("kept", "a/c.txt", utf8(String(n)))], n }
                }),
            )
            const ended = await Promise.allSettled(runs)
            const winners = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value.n] : []))
            expect(winners).toHaveLength(1)
            const refused = ended.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []))
            for (const one of refused) expect(one).toMatchObject({ issues: [{ code: "shell.output.exists" }] })
            expect(readdirSync(given).sort()).toEqual(["a", "b.zip"])
            expect(readFileSync(join(given, "a/c.txt"), "utf8")).toBe(String(winners[0]))
            expect(readFileSync(join(given, "b.zip"), "utf8")).toBe(String(winners[0]))
        }
    })

    test("what somebody puts there at the last moment stays, and what was written before goes", async () => {
        const folder = scratch()
        const put = writeOutputs(folder, ["a", "b.zip", "c"], () => {
            const late = output("kept", "c/late.txt", utf8("x"))
            const read = (): Promise<Uint8Array> => {
                writeFileSync(join(folder, "c"), "mine")
                return late.source.read(0, 1)
            }
            const source = { size: 1, read }
            return { outputs: [text("a/1.txt"), text("b.zip"), { ...late, source }] }
        })
        await expect(put).rejects.toMatchObject({ issues: [{ code: "shell.output.exists" }] })
        expect(readdirSync(folder)).toEqual(["c"])
        expect(readFileSync(join(folder, "c"), "utf8")).toBe("mine")
    })

    test("a name is taken once, and given back only while it is the same file", () => {
        const folder = scratch()
        writeFileSync(join(folder, "1"), "first")
        const placed = place(join(folder, "1"), join(folder, "x"))
        writeFileSync(join(folder, "2"), "second")
        expect(() => place(join(folder, "2"), join(folder, "x"))).toThrow()
        expect(readFileSync(join(folder, "x"), "utf8")).toBe("first")
        renameSync(join(folder, "2"), join(folder, "x"))
        takeBack(placed)
        expect(readFileSync(join(folder, "x"), "utf8")).toBe("second")
    })

    test("a file that was saved since it was read is not replaced", async () => {
        const folder = scratch()
        writeFileSync(join(folder, "a.txt"), "typed since")
        const change = { output: text("a.txt"), read: utf8("as read") }
        await expect(replaceFiles(folder, [change])).rejects.toMatchObject({
            issues: [{ code: "shell.file.changing" }],
        })
        expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("typed since")
        await replaceFiles(folder, [{ ...change, read: utf8("typed since") }])
        expect([readFileSync(join(folder, "a.txt"), "utf8"), readdirSync(folder)]).toEqual(["a.txt", ["a.txt"]])
    })
})

test("a file where a folder is needed is named", async () => {
    const folder = scratch()
    writeFileSync(join(folder, "a"), "x")
    const below = writeOutputs(join(folder, "a/b/c"), ["d"], () => ({ outputs: [] }))
    await expect(below).rejects.toMatchObject({
        issues: [{ code: "shell.file.not-folder", params: { file: join(folder, "a") } }],
    })
})

test("a flow that fails leaves nothing, the new folder included", async () => {
    const folder = join(scratch(), "new/out")
    const failing = writeOutputs(folder, ["a.txt"], (pathOf) => {
        writeFileSync(pathOf("a.txt"), "half")
        throw new Error("stop")
    })
    await expect(failing).rejects.toThrow("stop")
    expect(existsSync(join(folder, ".."))).toBe(false)
})

test("a name that is there is refused before anything large is written, and after what the flow finds", async () => {
    const folder = scratch()
    writeFileSync(join(folder, "a.txt"), "old")
    const refused = writeOutputs(folder, ["a.txt", "b"], () => ({ outputs: [text("a.txt")] }))
    await expect(refused).rejects.toMatchObject({ issues: [{ code: "shell.output.exists" }] })
    let packed = false
    const large = writeOutputs(folder, ["a.txt"], (pathOf) => {
        pathOf("a.txt")
        packed = true
        return { outputs: [] }
    })
    await expect(large).rejects.toMatchObject({ issues: [{ code: "shell.output.exists" }] })
    const found = writeOutputs(folder, ["a.txt"], () => {
        throw new Error("found")
    })
    await expect(found).rejects.toThrow("found")
    expect([packed, readFileSync(join(folder, "a.txt"), "utf8"), readdirSync(folder)]).toEqual([
        false,
        "old",
        ["a.txt"],
    ])
})
