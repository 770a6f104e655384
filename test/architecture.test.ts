import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, posix, resolve, sep } from "node:path"
import { describe, expect, test } from "vitest"

// The plan of `src/`: wings on floors, rooms within wings. To add an arrow, write it here first and say why in
// src/README.md. A wing imports only wings of lower floors; inside a wing the tables below hold.
const FLOORS: readonly (readonly string[])[] = [
    ["base"],
    ["messages", "packet", "typeset"],
    ["facts"],
    ["editions"],
    ["flows"],
    ["node", "web"],
]
const SHELLS = ["node", "web"]

/** Which other rooms of its wing a room may import. A wing that is not here ties nothing down. */
const WITHIN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    base: { "": ["issues"], issues: [""], text: [""], zip: [""] },
    packet: {
        manifest: ["signature"], // names of signature files tell their format
        signature: [],
        assemble: ["manifest", "signature"],
        verify: ["manifest", "signature"], // never `assemble`: the judge shares no code with the builder
    },
    facts: {
        money: [],
        case: ["money"],
        evidence: ["case"], // records of both are read alike
        ledger: ["money", "case"], // what exports show, held against what a case says
        legal: ["case"],
        addresses: [],
        officer: ["money", "case"], // what officer data are, and what is wrong with them by themselves
        recipients: ["case", "addresses", "officer"], // a desk asks for fields of the officer data
        journal: ["recipients", "officer"], // what was done with a case, and when something is due; some terms are a desk's
        checklist: ["case", "addresses", "officer", "recipients"], // officer data held against a desk
    },
    editions: {
        shared: [],
        police: ["shared"],
        victim: ["shared"],
        recipient: ["shared"],
        officer: ["recipient", "shared"],
    },
    flows: { packet: [], print: [], victim: ["print"], officer: ["print"] },
}

// Each package belongs to one room, so that it can be replaced in one place.
const PACKAGES: Record<string, readonly string[]> = {
    base: ["@noble/hashes"],
    "base/zip": ["fflate"], // a working file that another program packed
    "base/text": ["@scure/bip39", "@scure/base", "@noble/hashes"],
    "facts/money": ["big.js"],
    "typeset/font": ["fflate", "@pdf-lib/fontkit"],
    "typeset/raster": ["fflate", "jpeg-js", "@jsquash/webp", "@jsquash/avif", "libheif-js"],
    "packet/signature": ["@noble/curves", "@noble/hashes", "@scure/base", "bcrypt-pbkdf"],
    "facts/case": ["zod", "yaml"],
    "facts/evidence": ["zod"],
    "facts/ledger": ["zod"],
    "facts/legal": ["zod"],
    "facts/recipients": ["zod"],
    "facts/officer": ["zod", "libphonenumber-js", "pinyin-pro"],
    "typeset/document": ["handlebars", "htmlparser2"],
    "typeset/office": ["fflate", "htmlparser2", "hyparquet-writer"],
    "typeset/pdf": ["pdf-lib", "fflate"],
}

// The core takes time, chance and files from its host; it never reaches for them itself.
const AMBIENT =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bgetRandomValues\(|\bconsole\.|\bBuffer\b\.|\bprocess\./
const LONGEST = 400 // lines; generated tables (`*.data.ts`) are exempt

const SRC = resolve(import.meta.dirname, "../src")

const wingOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "")
/** `facts/case` of `facts/case/load.ts`; deeper folders belong to their room. */
const roomOf = (file: string): string => file.split("/").slice(0, -1).slice(0, 2).join("/")
const floorOf = (wing: string): number => FLOORS.findIndex((floor) => floor.includes(wing))

function imports(text: string): string[] {
    return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"([^"\s,]+)"/g)].map((m) => m[1] ?? "")
}
/** The files of `src/` that a file imports, types included. */
function targets(file: string, text: string): { readonly from: string; readonly target: string }[] {
    return imports(text)
        .filter((from) => from.startsWith("."))
        .map((from) => ({ from, target: posix.join(posix.dirname(file), from) }))
}

/** Why one file may not import another; undefined where it may. */
function forbidden(file: string, target: string): string | undefined {
    const [own, other] = [wingOf(file), wingOf(target)]
    if (other === own) {
        const [room, asked] = [roomOf(file), roomOf(target)].map((path) => path.slice(own.length + 1))
        const table = WITHIN[own]
        if (table === undefined || room === undefined || asked === undefined || room === asked) return undefined
        return table[room]?.includes(asked) === true ? undefined : `${own}/${room} may not use ${own}/${asked}`
    }
    if (own === "") return SHELLS.includes(other) ? "the library may not use a shell" : undefined
    return floorOf(other) !== -1 && floorOf(other) < floorOf(own)
        ? undefined
        : `${own} may not use ${other || "the top"}`
}

/** The faults of one file, as sentences; empty when it keeps the rules. */
function faults(file: string, text: string): string[] {
    const found: string[] = []
    for (const { from, target } of targets(file, text)) {
        const why = forbidden(file, target)
        if (why !== undefined) found.push(`may not import ${from}: ${why}`)
    }
    const lines = text.split("\n").length
    if (!file.endsWith(".data.ts") && lines > LONGEST) found.push(`has ${String(lines)} lines`)
    if (SHELLS.includes(wingOf(file))) return found
    for (const name of imports(text).filter((from) => !from.startsWith(".")))
        if (!(PACKAGES[roomOf(file)] ?? []).some((own) => name === own || name.startsWith(`${own}/`)))
            found.push(`may not use ${name}`)
    const ambient = AMBIENT.exec(text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, ""))
    if (ambient) found.push(`must ask its host instead of ${ambient[0]}`)
    return found
}

/** A circle of files, as the way around it; undefined when there is none. Depth-first. */
function circle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
    const done = new Set<string>()
    const way: string[] = []
    const visit = (file: string): readonly string[] | undefined => {
        if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
        if (done.has(file)) return undefined
        way.push(file)
        for (const next of graph.get(file) ?? []) {
            const found = visit(next)
            if (found !== undefined) return found
        }
        way.pop()
        done.add(file)
        return undefined
    }
    for (const file of graph.keys()) {
        const found = visit(file)
        if (found !== undefined) return found
    }
    return undefined
}

const everything = readdirSync(SRC, { recursive: true, encoding: "utf8" }).map((f) => f.split(sep).join("/"))
const files = everything.filter((f) => /\.tsx?$/.test(f))
const read = (file: string): string => readFileSync(join(SRC, file), "utf8")

test.each(files)("%s keeps to its room", (file) => {
    expect(faults(file, read(file))).toEqual([])
})

test("no circle of files", () => {
    const graph = new Map(files.map((file) => [file, targets(file, read(file)).map(({ target }) => target)]))
    expect(circle(graph)).toBeUndefined()
})

test("every import within src/ is a file that is there", () => {
    for (const file of files)
        for (const { target } of targets(file, read(file)))
            expect(existsSync(join(SRC, target)), `${file} -> ${target}`).toBe(true)
})

/** Everything that a module loads with itself: files of `src/` and packages, without types and what is imported later. */
function loads(entry: string): ReadonlySet<string> {
    const found = new Set<string>()
    const visit = (file: string): void => {
        if (found.has(file)) return
        found.add(file)
        const text = readFileSync(join(SRC, file), "utf8")
        for (const [, isType, name = ""] of text.matchAll(
            /^(?:import|export)( type)?(?: [^"';=]*? from)? "([^"\s]+)"/gm,
        ))
            if (isType === undefined)
                if (name.startsWith(".")) visit(posix.join(posix.dirname(file), name))
                else if (!name.startsWith("node:")) found.add(name)
    }
    visit(entry)
    return found
}

describe("a command starts without what only others need", () => {
    const heavy = (entry: string): string[] =>
        [...loads(entry)].filter((name) => !name.endsWith(".ts") || /^(?:editions|typeset|flows)\//.test(name))
    test("the command line loads no package and nothing of papers before it knows the command", () => {
        expect(loads("node/cli.ts").size).toBeGreaterThan(50)
        expect(heavy("node/cli.ts")).toEqual([])
    })
    test("the judge reads no form and no case", () => {
        const packages = heavy("node/cli/commands/verify.ts")
        expect(packages).toContain("@noble/hashes/sha2.js")
        expect(packages.filter((name) => !/^(?:@noble|@scure\/base|fflate)\b/.test(name))).toEqual([])
    })
    test("what is loaded is followed through files, and types are none", () => {
        expect([...loads("node/read-case.ts")]).toEqual(expect.arrayContaining(["facts/case/yaml.ts", "yaml", "zod"]))
        expect(loads("node/read.ts")).not.toContain("packet/verify/contents.ts")
    })
})

test("src/ has its wings, and no loose file but these", () => {
    const top = readdirSync(SRC, { withFileTypes: true })
    const loose = top.filter((entry) => entry.isFile()).map(({ name }) => name)
    expect(loose.sort()).toEqual(["README.md", "index.ts", "tsconfig.json"])
    for (const { name } of top.filter((entry) => entry.isDirectory())) expect(FLOORS.flat()).toContain(name)
})

describe("the test itself finds each kind of breach", () => {
    const uses = (path: string) => `import { x } from "${path}"`
    test.each([
        ["base using any wing", "base/a.ts", uses("../packet/manifest/path.ts"), "base may not use packet"],
        ["zip using text", "base/zip/a.ts", uses("../text/time.ts"), "base/zip may not use base/text"],
        ["a wing of the same floor", "typeset/mail/a.ts", uses("../../messages/message.ts"), "may not use messages"],
        ["words that judge", "messages/a.ts", uses("../packet/verify/report.ts"), "messages may not use packet"],
        ["typesetting that knows a case", "typeset/document/a.ts", uses("../../facts/case/schema.ts"), "may not use"],
        ["a packet that knows a case", "packet/assemble/a.ts", uses("../../facts/case/schema.ts"), "may not use facts"],
        ["the judge using the builder", "packet/verify/a.ts", uses("../assemble/plan.ts"), "packet/verify may not"],
        ["a signature using the list", "packet/signature/a.ts", uses("../manifest/path.ts"), "may not use"],
        ["a case that knows the officer", "facts/case/a.ts", uses("../officer/officer.ts"), "facts/case may not use"],
        ["a desk that knows the checklist", "facts/recipients/a.ts", uses("../checklist/checklist.ts"), "may not use"],
        ["facts that know an edition", "facts/legal/a.ts", uses("../../editions/shared/loss.ts"), "may not use"],
        ["police reading the officer", "editions/police/a.ts", uses("../officer/letter.ts"), "editions/police may not"],
        ["a recipient reading police", "editions/recipient/a.ts", uses("../police/lists.ts"), "may not use"],
        ["what is shared knowing a reader", "editions/shared/a.ts", uses("../police/lists.ts"), "may not use"],
        ["an edition that prints", "editions/police/a.ts", uses("../../flows/print/compose.ts"), "may not use flows"],
        [
            "the officer's flow in the victim's",
            "flows/victim/a.ts",
            uses("../officer/submit.ts"),
            "flows/victim may not",
        ],
        ["the victim's flow in the officer's", "flows/officer/a.ts", uses("../victim/build.ts"), "may not use"],
        ["a flow reaching into a shell", "flows/victim/a.ts", uses("../../node/files.ts"), "flows may not use node"],
        ["one shell using the other", "web/a.ts", uses("../node/files.ts"), "web may not use node"],
        ["the library using a shell", "index.ts", uses("./node/files.ts"), "may not use a shell"],
        ["a room using the library", "flows/print/a.ts", uses("../../index.ts"), "may not use the top"],
        ["a dynamic import upwards", "base/a.ts", 'await import("../typeset/pdf/write.ts")', "may not import"],
        ["a package in the wrong room", "facts/case/a.ts", 'import { PDFDocument } from "pdf-lib"', "may not use"],
        ["a node module in the core", "base/zip/a.ts", 'import { readFileSync } from "node:fs"', "may not use"],
        ["a node module in a flow", "flows/victim/a.ts", 'import { join } from "node:path"', "may not use"],
        ["the clock", "facts/case/a.ts", "const t = Date.now()", "must ask its host"],
        ["the clock in a flow", "flows/officer/a.ts", "const t = new Date()", "must ask its host"],
        ["chance in the library", "index.ts", "const t = Math.random()", "must ask its host"],
        ["the network", "typeset/mail/a.ts", "await fetch(url)", "must ask its host"],
        ["the process", "messages/a.ts", "process.env.LANG", "must ask its host"],
        ["a long file", "base/text/a.ts", "\n".repeat(LONGEST + 1), "lines"],
        ["a long file of a shell", "node/a.ts", "\n".repeat(LONGEST + 1), "lines"],
    ])("%s", (_, file, text, fault) => {
        expect(faults(file, text).join()).toContain(fault)
    })

    test("a circle of three files", () => {
        const graph = new Map([
            ["a", ["b", "d"]],
            ["b", ["c"]],
            ["c", ["a"]],
            ["d", []],
        ])
        expect(circle(graph)).toEqual(["a", "b", "c", "a"])
        graph.set("c", ["d"])
        expect(circle(graph)).toBeUndefined()
    })
})

test("every room is on the map", () => {
    const map = readFileSync(join(SRC, "README.md"), "utf8")
    const rooms = [...new Set(files.map(roomOf))].filter((room) => !SHELLS.includes(wingOf(`${room}/`)))
    expect(rooms.filter((room) => !map.includes(`${room}/`))).toEqual([])
})
