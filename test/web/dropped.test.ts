import { expect, test, vi } from "vitest"

// The page's state looks at the address of the window.
vi.stubGlobal("location", { hash: "#/" })
vi.stubGlobal("addEventListener", () => undefined)
vi.stubGlobal("document", { addEventListener: () => undefined })
const { droppedFiles, pastedFiles } = await import("../../src/web/page/files.ts")

const fileHandle = (name: string) => ({ kind: "file", name, getFile: () => Promise.resolve(new File(["x"], name)) })
const folderHandle = (name: string, children: readonly { readonly name: string }[]) => ({
    kind: "directory",
    name,
    async *entries() {
        for (const child of children) yield [child.name, child]
    },
})

/** What Chromium gives to a page that was opened by double click: entries that have a name and cannot be read. */
const refused = (_: unknown, reject: (error: Error) => void): void =>
    reject(new DOMException("malformed", "EncodingError"))
const item = (name: string, handle?: object) => ({
    kind: "file",
    webkitGetAsEntry: () => ({
        name,
        isFile: handle === undefined,
        isDirectory: handle !== undefined,
        file: refused,
        createReader: () => ({ readEntries: refused }),
    }),
    getAsFile: () => new File(["x"], name),
    ...(handle === undefined ? {} : { getAsFileSystemHandle: () => Promise.resolve(handle) }),
})
const drop = (...items: readonly object[]) => droppedFiles({ items } as unknown as DataTransfer)

test("files and folders are read where the browser refuses to read its entries", async () => {
    const folder = folderHandle("夹 一", [fileHandle("a.png"), folderHandle("子", [fileHandle("😀.png")])])
    const files = await drop(item("b.zip"), item("夹 一", folder), { kind: "string" })
    expect(files.map(({ path }) => path)).toEqual(["b.zip", "夹 一/a.png", "夹 一/子/😀.png"])
})

test("a folder that cannot be read by any way is no drop without a word", async () => {
    const without = { ...item("夹", {}), getAsFileSystemHandle: undefined }
    await expect(drop(without)).rejects.toThrow("malformed")
})

test("a picture of the clipboard gets a name, and a copied table is no picture", () => {
    const clipboard = (types: readonly string[], ...names: readonly string[]) =>
        ({ types, files: names.map((name) => new File(["x"], name)) }) as unknown as DataTransfer
    const paths = (data: DataTransfer) => pastedFiles(data, "截图20261128-152301").map(({ path }) => path)
    expect(paths(clipboard(["Files"], "image.png"))).toEqual(["截图20261128-152301.png"])
    expect(paths(clipboard(["text/html", "Files"], "image.jpg"))).toEqual(["截图20261128-152301.jpg"])
    expect(paths(clipboard(["Files"], "my image.png", "录音.m4a"))).toEqual(["my image.png", "录音.m4a"])
    expect(paths(clipboard(["text/plain", "text/html", "Files"], "image.png"))).toEqual([])
})
