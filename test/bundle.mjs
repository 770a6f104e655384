import { mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"

/**
 * Bundles TypeScript of the tests for a program of a folder, beside it and until it ends: packages are found from there.
 *
 * @param entry - What to bundle, as options of esbuild.
 * @returns The path of the bundle.
 */
export async function bundleFor(place, entry) {
    const folder = mkdtempSync(join(place, ".bundle-"))
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
    const outfile = join(folder, "bundle.mjs")
    await build({
        ...{ ...entry, outfile, bundle: true, format: "esm", platform: "node" },
        ...{ logLevel: "error", packages: "external" },
    })
    return outfile
}
