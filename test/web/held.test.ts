import { openAsBlob, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { held, readable, unreadable } from "../../src/web/held.ts"
import { scratch } from "../cli/run.ts"

// Files that a person chose may be gone or changed when they are read. A Blob of Node on a file is refused then, as a browser's is.

const text = ({ blob }: { readonly blob: Blob }): Promise<string> => blob.text()

/** A file of a folder on a disk, and where it lies. */
async function onDisk(
    name: string,
    content: string,
): Promise<{ file: { path: string; blob: Blob; modified: number }; at: string }> {
    const at = join(scratch(), name)
    writeFileSync(at, content)
    return { file: { path: `evidence/${name}`, blob: await openAsBlob(at), modified: 5 }, at }
}

test("what was given is there when its file was saved over or taken away", async () => {
    const [changed, gone] = [await onDisk("聊天.png", "one"), await onDisk("录音.m4a", "two")]
    const own = await held([changed.file, gone.file])
    writeFileSync(changed.at, "something longer")
    rmSync(gone.at)
    expect(await Promise.all(own.map(text))).toEqual(["one", "two"])
    expect(own.map(({ path, modified }) => [path, modified])).toEqual([
        ["evidence/聊天.png", 5],
        ["evidence/录音.m4a", 5],
    ])
    await expect(text(changed.file)).rejects.toThrow()
})

test("a large file stays where it lies, and so does what comes after two hundred megabytes", async () => {
    const large = { path: "录像.mp4", blob: new Blob([new Uint8Array(21_000_000)]), modified: 0 }
    expect((await held([large]))[0]).toBe(large)
    const many = Array.from({ length: 12 }, () => ({ ...large, blob: large.blob.slice(0, 18_000_000) }))
    const own = await held(many)
    expect(own.map((file, i) => file !== many[i])).toEqual([...Array(11).fill(true), false])
})

test("of all that was handed over, files that can be read no more are named", async () => {
    const [gone, there] = [await onDisk("录像.mp4", "x"), await onDisk("图.png", "y")]
    rmSync(gone.at)
    const draft = { id: 3, name: "DRAFT-A.zip", blob: gone.file.blob }
    const handed = [[there.file, gone.file], { form: "x", papers: { legal: [gone.file] } }, draft, undefined, 7]
    expect(await unreadable(handed)).toEqual(["录像.mp4", "录像.mp4", "DRAFT-A.zip"])
    expect(await unreadable([there.file, "text", null])).toEqual([])
    expect(await readable([gone.file, there.file])).toEqual([there.file])
})
