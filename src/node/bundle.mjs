// Bundles the command line into dist/: one ESM entry, heavy parts as chunks that are loaded when needed.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const outdir = join(root, "dist")
const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: { cli: "src/node/cli.ts", index: "src/index.ts" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // pdf-lib's ESM build parses in a third of the time of its hundreds of CommonJS files.
    mainFields: ["module", "main"],
    // CommonJS packages inside the bundle ask for node modules through `require`.
    banner: {
        js: 'import { createRequire as lerpackRequire } from "node:module"; const require = lerpackRequire(import.meta.url);',
    },
    legalComments: "none",
    logLevel: "warning",
})
// What an earlier build left; removed afterwards, so that a program that runs meanwhile finds its files.
const fresh = new Set(Object.keys(metafile.outputs).map((path) => join(root, path)))
for (const name of readdirSync(outdir))
    if (!fresh.has(join(outdir, name))) rmSync(join(outdir, name), { recursive: true })
const cli = join(outdir, "cli.js")
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, "utf8")}`)
chmodSync(cli, 0o755)
