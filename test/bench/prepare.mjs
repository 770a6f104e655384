import { spawnSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { TABLE_TEMPLATE, tableRows } from "./table.mjs"
import { plainText, toHtml, toPdfmake, toTypst } from "./translate.mjs"

/** Everything the runs need in `out/`: lerpack's bundle, the faces, the text and the table in every tool's own form. */

export const HERE = import.meta.dirname
export const ROOT = join(HERE, "../..")
export const OUT = join(HERE, "out")
export const FONTS = join(OUT, "fonts")
export const LERPACK = join(OUT, "bundle", "lerpack.js")
/** The faces lerpack uses for the two documents; the peers get these and no others. */
const FACES = {
    serif: "NotoSerifSC-Regular.ttf",
    sans: "NotoSansSC-Regular.ttf",
    sansBold: "NotoSansSC-Bold.ttf",
    bullets: "NotoSans-Regular.ttf",
}

/** Installs the peers on first use; the lock file fixes their versions. */
export function installPeers() {
    if (existsSync(join(HERE, "node_modules"))) return
    process.stdout.write("installing the peers of the benchmark ...\n")
    const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
        cwd: HERE,
        stdio: "inherit",
        shell: process.platform === "win32",
    })
    if (status !== 0) process.stdout.write("npm ci failed; the peers will be missing from the table\n")
}

/** Bundles lerpack and the command line as they are now. */
export async function bundleLerpack() {
    mkdirSync(FONTS, { recursive: true })
    const { build } = await import("esbuild")
    const { NODE_BUNDLE } = await import("../../src/node/bundle-options.mjs")
    await build({
        ...NODE_BUNDLE,
        absWorkingDir: ROOT,
        entryPoints: [join(HERE, "lerpack.mjs")],
        outdir: join(OUT, "bundle"),
        splitting: true,
    })
    await import("../../src/node/bundle.mjs")
}

/** Writes one document in every form; returns its characters. `data`: fields of its template. */
export function writeInputs(name, template, data) {
    const paths = inputs(name)
    for (const file of Object.values(FACES)) copyFileSync(join(ROOT, "fonts", file), join(FONTS, file))
    writeFileSync(paths.template, template)
    writeFileSync(paths.data, JSON.stringify(data))
    const made = spawnSync(process.execPath, [LERPACK, paths.template, paths.model, paths.data], { encoding: "utf8" })
    if (made.status !== 0) throw new Error(made.stderr)
    const model = JSON.parse(readFileSync(paths.model, "utf8"))
    const faces = Object.fromEntries(Object.entries(FACES).map(([role, file]) => [role, join(FONTS, file)]))
    const urls = Object.fromEntries(Object.entries(faces).map(([role, path]) => [role, pathToFileURL(path).href]))
    writeFileSync(paths.typst, toTypst(model))
    writeFileSync(paths.pdfmake, JSON.stringify(toPdfmake(model, faces)))
    writeFileSync(paths.html, toHtml(model, urls))
    return plainText(model)
}

export function inputs(name) {
    const path = (end) => join(OUT, `${name}.${end}`)
    return {
        template: path("hbs"),
        data: path("data.json"),
        model: path("model.json"),
        typst: path("typ"),
        pdfmake: path("pdfmake.json"),
        html: path("html"),
    }
}

export function writeText() {
    return writeInputs("text", readFileSync(join(HERE, "text.hbs"), "utf8"), {})
}

export function writeTable(rows) {
    return writeInputs(`table-${rows}`, TABLE_TEMPLATE, { rows: tableRows(rows) })
}
