// Bundles the command line into dist/: one ESM entry, heavy parts as chunks that are loaded when needed.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { NODE_BUNDLE } from "./bundle-options.mjs"
import { thirdPartyNotices } from "./notices.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const outdir = join(root, "dist")
const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: { cli: "src/node/cli.ts", index: "src/index.ts" },
    outdir,
    ...NODE_BUNDLE,
    splitting: true,
})
const notices = join(outdir, "THIRD-PARTY.txt")
writeFileSync(notices, thirdPartyNotices(root, metafile))
// What an earlier build left; removed afterwards, so that a program that runs meanwhile finds its files.
const fresh = new Set(
    Object.keys(metafile.outputs)
        .map((path) => join(root, path))
        .concat(notices),
)
for (const name of readdirSync(outdir))
    if (!fresh.has(join(outdir, name))) rmSync(join(outdir, name), { recursive: true })
const cli = join(outdir, "cli.js")
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, "utf8")}`)
chmodSync(cli, 0o755)
