// Licences of the packages whose code is in the bundle: all ask that their notice goes with every copy.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Text of `dist/THIRD-PARTY.txt`: each package that gave the bundle a byte, with version, licence and its text. */
export function thirdPartyNotices(root, { outputs }) {
    const modules = Object.values(outputs).flatMap(({ inputs }) =>
        Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0),
    )
    const folders = modules.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [])
    const notices = [...new Set(folders)].sort().map((folder) => notice(join(root, folder)))
    notices.push(readFileSync(join(import.meta.dirname, "decoder-notices.txt"), "utf8"))
    return `lerpack contains code of these packages, each under its own licence.\n\n${notices.join("\n")}`
}

function notice(folder) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    return `---- ${name} ${version} (${license}) ----\n\n${licenceText(folder)}\n`
}

/** The package's licence files, else what its README says under that heading. */
function licenceText(folder) {
    const names = readdirSync(folder)
    const read = (name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim()
    // The LGPL adds to the GPL, so that both go with every copy.
    if (names.includes("libheif-wasm")) return read(join("libheif-wasm", "LICENSE"))
    const files = names.filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).sort()
    if (files.length > 0) return files.map(read).join("\n\n")
    const readme = names.find((name) => /^readme/i.test(name))
    const said =
        readme === undefined ? undefined : /^#+ *licen[cs]e\s*\n([\s\S]+?)(?=^#|(?![\s\S]))/im.exec(read(readme))
    if (said?.[1] === undefined) throw new Error(`${folder} does not say under which licence it stands`)
    return said[1].trim()
}
