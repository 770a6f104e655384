import { createHash } from "node:crypto"
import { existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs"
import { basename, dirname, join, sep } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { inflate } from "node:zlib"
import type { Hasher } from "../base/digest.ts"
import type { FontFile, Host } from "../base/host.ts"
import { issue, PacketError } from "../base/issue.ts"
import { closest } from "../base/text/closest.ts"
import { FAST_CRC32 } from "./crc32.ts"
import { collect } from "./memory.ts"

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

/** What of the installation the user replaces by something of their own. */
export interface HostOptions {
    /** Folder with templates that are used in place of ours, laid out as `templates/` is. */
    readonly templates?: string | undefined
    /** Font file in which letters and reports are set. */
    readonly font?: string | undefined
    /** Folder with recipient profiles, `<id>.yaml`, that are added to ours or take the place of one. */
    readonly recipients?: string | undefined
}

function newHasher(): Hasher {
    const hash = createHash("sha256")
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") }
}

/** The host over the installation folder. Font files are opened once, read at offsets and left open to the end. */
export function nodeHost({ templates, font, recipients }: HostOptions = {}): Host {
    const root = installationFolder()
    const own = templates === undefined ? new Map<string, string>() : readTemplates(templates, join(root, "templates"))
    const desks = recipients === undefined ? new Map<string, string>() : readDesks(recipients)
    const fonts = new Map<string, FontFile>()
    return {
        template: (name) => readFileSync(own.get(name) ?? join(root, "templates", ...name.split("/")), "utf8"),
        templatePath: (name) => own.get(name),
        ...(font === undefined ? {} : { userFont: { name: basename(font), file: openFont(font) } }),
        asset: (name) => readFileSync(desks.get(name) ?? join(root, "assets", ...name.split("/")), "utf8"),
        made: madeBeside(dirname(fileURLToPath(import.meta.url))),
        assetPath: (name) => desks.get(name),
        decoder: (name) => new Uint8Array(readFileSync(join(root, "dist", "decoders", `${name}.wasm`))),
        font(name) {
            const known = fonts.get(name) ?? openFont(join(root, "fonts", name))
            fonts.set(name, known)
            return known
        },
        recipients: [
            ...new Set([
                ...readdirSync(join(root, "assets", "recipients")),
                ...[...desks.keys()].map((name) => basename(name)),
            ]),
        ]
            .filter((name) => name.endsWith(".yaml"))
            .map((name) => name.slice(0, -".yaml".length))
            .sort(),
        tool: `lerpack ${version()}`,
        sha256: newHasher,
        ...(FAST_CRC32 === undefined ? {} : { crc32: FAST_CRC32 }),
        collect,
        async inflate(bytes, size) {
            try {
                // One chunk of all that may come: of several a second copy would be made.
                return await promisify(inflate)(bytes, { chunkSize: size + 64, maxOutputLength: size })
            } catch {
                return undefined
            }
        },
    }
}

/**
 * Paths of the user's templates by name.
 *
 * Throws an issue `document.template.override-unknown` for each that replaces none of ours: it would have no effect.
 */
function readTemplates(folder: string, ours: string): Map<string, string> {
    const list = (root: string) =>
        readdirSync(root, { recursive: true, encoding: "utf8" })
            .map((name) => name.split(sep).join("/"))
            .filter((name) => name.endsWith(".hbs"))
            .sort()
    const known = list(ours)
    const found = list(folder)
    const stray = found.filter((name) => !known.includes(name))
    if (stray.length > 0)
        throw new PacketError(
            stray.map((name) => {
                const file = join(folder, ...name.split("/"))
                const likely = closest(
                    basename(name),
                    known.map((one) => basename(one)),
                )
                const proposed = known.find((one) => basename(one) === likely) ?? known[0] ?? ""
                return issue("document.template.override-unknown", [file], { file, proposed })
            }),
        )
    return new Map(found.map((name) => [name, join(folder, ...name.split("/"))]))
}

/**
 * Paths of the user's recipient profiles by the name of the data file they stand for, `recipients/<id>.yaml`.
 *
 * Throws `request.profile.file-name` for each file that could be meant as one and is none, and
 * `request.profile.folder-empty` where there is none at all: the option would have no effect.
 */
function readDesks(folder: string): Map<string, string> {
    const names = readdirSync(folder).filter((name) => !name.startsWith(".") && /\.(?:ya?ml|json)$/i.test(name))
    const stray = names.filter((name) => !/^[a-z0-9][a-z0-9-]{1,39}\.yaml$/.test(name))
    if (stray.length > 0)
        throw new PacketError(
            stray.map((name) => issue("request.profile.file-name", [join(folder, name)], { file: name })),
        )
    if (names.length === 0) throw new PacketError([issue("request.profile.folder-empty", [folder], { folder })])
    return new Map(names.map((name) => [`recipients/${name}`, join(folder, name)]))
}

/** Values of data files as `bundle.mjs` left them beside the bundle; there are none beside the source. */
function madeBeside(folder: string): NonNullable<Host["made"]> {
    return (name, text) => {
        const path = join(folder, "data", ...`${name}.json`.split("/"))
        if (!existsSync(path)) return undefined
        const { sha256, value } = JSON.parse(readFileSync(path, "utf8")) as { sha256: string; value: unknown }
        return createHash("sha256").update(text).digest("hex") === sha256 ? value : undefined
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
