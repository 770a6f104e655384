// Bundles the command line into dist/: one ESM entry, heavy parts as chunks that are loaded when needed.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"
import { DECODERS, NODE_BUNDLE } from "./bundle-options.mjs"
import { thirdPartyNotices } from "./notices.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const outdir = join(root, "dist")
const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: {
        cli: "src/node/cli.ts",
        drop: "src/node/drop.ts",
        "hash-worker": "src/node/hash-worker.ts",
        index: "src/index.ts",
        node: "src/node/index.ts",
    },
    outdir,
    ...NODE_BUNDLE,
    splitting: true,
})
mkdirSync(join(outdir, "decoders"), { recursive: true })
for (const [name, path] of Object.entries(DECODERS))
    copyFileSync(join(root, "node_modules", path), join(outdir, "decoders", `${name}.wasm`))
await writeMade()
const notices = join(outdir, "THIRD-PARTY.txt")
writeFileSync(notices, thirdPartyNotices(root, metafile))
/** Written beside by `src/web/bundle.mjs`. */
const BY_WEB = ["lerpack.html", "web.js", "THIRD-PARTY-page.txt"]
// What an earlier build left; removed afterwards, so that a program that runs meanwhile finds its files.
const fresh = new Set(
    Object.keys(metafile.outputs)
        .map((path) => join(root, path))
        .concat(notices),
)
for (const entry of readdirSync(outdir, { withFileTypes: true })) {
    const path = join(outdir, entry.name)
    // Types lie in a folder of their own, written by the compiler.
    if (entry.isFile() && !fresh.has(path) && !BY_WEB.includes(entry.name)) rmSync(path)
}
const cli = join(outdir, "cli.js")
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, "utf8")}`)
chmodSync(cli, 0o755)

/** The product's data files as their readers give them, in `data/`; see `made.ts`. */
async function writeMade() {
    const reader = join(outdir, "made.js")
    await build({ absWorkingDir: root, entryPoints: ["src/node/made.ts"], outfile: reader, ...NODE_BUNDLE })
    try {
        const { madeFiles } = await import(pathToFileURL(reader).href)
        rmSync(join(outdir, "data"), { recursive: true, force: true })
        for (const { name, json } of madeFiles()) {
            const path = join(outdir, "data", ...name.split("/"))
            mkdirSync(dirname(path), { recursive: true })
            writeFileSync(path, json)
        }
    } finally {
        rmSync(reader)
    }
}
