import { createHash } from "node:crypto"
import { existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { FontFile, Host } from "../base/host.ts"

/** The installation as host of the core: templates, fonts and data files lie beside `dist/`. */

/** Folder that holds `templates`, `fonts` and `assets`: the nearest one above this file with a package.json of ours. */
export function installationFolder(): string {
    let folder = dirname(fileURLToPath(import.meta.url))
    while (!existsSync(join(folder, "fonts")) || !existsSync(join(folder, "templates"))) {
        const parent = dirname(folder)
        if (parent === folder) throw new Error("the installation is incomplete: fonts and templates not found")
        folder = parent
    }
    return folder
}

/** Version of the program, from its package.json. */
export function version(): string {
    const manifest = JSON.parse(readFileSync(join(installationFolder(), "package.json"), "utf8")) as { version: string }
    return manifest.version
}

/** The host over the installation folder. Font files are opened once, read at offsets and left open to the end. */
export function nodeHost(): Host {
    const root = installationFolder()
    const fonts = new Map<string, FontFile>()
    return {
        template: (name) => readFileSync(join(root, "templates", ...name.split("/")), "utf8"),
        asset: (name) => readFileSync(join(root, "assets", ...name.split("/")), "utf8"),
        font(name) {
            const known = fonts.get(name) ?? openFont(join(root, "fonts", name))
            fonts.set(name, known)
            return known
        },
        recipients: readdirSync(join(root, "assets", "recipients"))
            .filter((name) => name.endsWith(".yaml"))
            .map((name) => name.slice(0, -".yaml".length))
            .sort(),
        tool: `lerpack ${version()}`,
        sha256() {
            const hash = createHash("sha256")
            return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") }
        },
    }
}

function openFont(path: string): FontFile {
    const file = openSync(path, "r")
    const { size } = fstatSync(file)
    return {
        size,
        read(offset, length) {
            const bytes = new Uint8Array(length)
            const got = readSync(file, bytes, 0, length, offset)
            if (got !== length) throw new RangeError("read past the end of a font")
            return bytes
        },
    }
}
