import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { beforeAll, expect, test } from "vitest"
import { packFont } from "../../fonts/block-gzip.mjs"
import type * as Core from "../../src/index.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import type * as Web from "../../src/web/index.ts"
import { ROOT } from "../check.ts"
import { builtOut } from "../cli/made.ts"

// `lerpack/web` as somebody else's page would use it; what a browser has, Node has here.

let web: typeof Core & typeof Web

beforeAll(async () => {
    web = (await import(pathToFileURL(join(ROOT, "dist/web.js")).href)) as typeof web
})

const texts = (folder: string): Record<string, string> =>
    Object.fromEntries(
        readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
            .filter((name) => /\.(?:hbs|yaml)$/.test(name))
            .map((name) => [name, readFileSync(join(ROOT, folder, name), "utf8")]),
    )

function binaries(): Map<string, Uint8Array> {
    const fonts = readdirSync(join(ROOT, "fonts")).filter((name) => /\.ttf(?:\.gz)?$/.test(name))
    const files = fonts.map((name): [string, Uint8Array] => {
        const bytes = readFileSync(join(ROOT, "fonts", name))
        return name.endsWith(".gz") ? [name, bytes] : [`${name}.gz`, packFont(bytes)]
    })
    const decoders = ["webp", "avif", "heic"].map((name): [string, Uint8Array] => [
        `${name}.wasm`,
        readFileSync(join(ROOT, "dist/decoders", `${name}.wasm`)),
    ])
    return new Map([...files, ...decoders])
}

test("the host of a browser makes the same draft as that of Node", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }
    const resources = { tool: `lerpack ${version}`, templates: texts("templates"), assets: texts("assets"), beside: {} }
    const host = web.webHost(resources, binaries(), new Map())
    const { loaded, ...checked } = await web.checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    if (loaded === undefined) throw new Error("the sample does not hold")
    const { outputs } = await web.buildDraft({ ...checked, loaded }, host, undefined, web.zipAsBlob(host.sha256))
    const files = await web.outFiles(outputs)
    expect(files.length).toBeGreaterThan(10)
    for (const { path, blob } of files) {
        const made = createHash("sha256")
            .update(new Uint8Array(await blob.arrayBuffer()))
            .digest("hex")
        const known = createHash("sha256")
            .update(readFileSync(join(builtOut(), path)))
            .digest("hex")
        expect([path, made]).toEqual([path, known])
    }
}, 180_000)
