import { existsSync, mkdirSync, readdirSync } from "node:fs"
import { join, relative } from "node:path"
import { bundleFor } from "../bundle.mjs"

/** `npm run conformance -- <folder>`: writes the conformance set into a new folder and tries our own judge on it. */

const root = join(import.meta.dirname, "../..")
const out = process.argv[2] ?? join(root, "out/conformance")
if (existsSync(out) && readdirSync(out).length > 0) {
    process.stderr.write(`${out} is there and not empty; name a new folder, or delete it first\n`)
    process.exit(1)
}
const bundle = await bundleFor(import.meta.dirname, {
    stdin: {
        contents: 'export * from "./all.ts"; export * from "./write-set.ts"; export * from "./run-set.ts"',
        resolveDir: import.meta.dirname,
        loader: "ts",
    },
})
const { allCases, runSet, writeSet } = await import(bundle)
mkdirSync(out, { recursive: true })
await writeSet(out, root, allCases)
const { cases, differ } = await runSet(out)
process.stdout.write(`${relative(process.cwd(), out)}: ${cases} cases, ${differ.length} differ from our own judge\n`)
for (const { id, expected, actual } of differ)
    process.stdout.write(`${id}\n  expected ${JSON.stringify(expected)}\n  actual   ${JSON.stringify(actual)}\n`)
process.exitCode = differ.length === 0 ? 0 : 1
