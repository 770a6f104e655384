import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { signPacket } from "../../../src/packet/assemble/sign.ts"
import { edit, plus, retag, without } from "../../conformance/packet/tamper.ts"
import { bagFaults, CLAUSE_NAMES } from "./rfc8493.ts"
import { archive, type Bytes, draft, inFolder, inMemory, submission, third } from "./sample.ts"

const E001 = "data/evidence/E001.jpg"
const MANIFEST = "manifest-sha256.txt"
const TAGS = "tagmanifest-sha256.txt"
const of = (bag: Bytes) => inFolder(bag, bagFaults)

describe("RFC 8493 holds for every kind of packet that is built", () => {
    test.each([
        ["a draft", () => draft()],
        ["an unsigned draft", () => draft(null)],
        ["a draft with a second signature", async () => await signPacket(await draft(), third)],
        ["a submission", () => submission()],
        ["an archive", async () => await archive(await draft())],
        ["a third layer", async () => await archive(await archive(await draft()), third)],
    ])("%s", async (_, make) => {
        expect(await of(await inMemory(await make()))).toEqual([])
    })
})

const damaged: readonly [clause: string, damage: (bag: Bytes) => Bytes][] = [
    ["§2.1 ", (bag) => without(bag, "bagit.txt")],
    ["§2.1.1", (bag) => edit(bag, "bagit.txt", (text) => text.replace("UTF-8", "ISO-8859-1"))],
    ["§2.1.3 every", (bag) => edit(bag, MANIFEST, (text) => text + text.slice(0, text.indexOf("\n") + 1))],
    ["§2.1.3 every", (bag) => without(bag, E001)],
    ["§2.1.3 every", (bag) => plus(bag, "data/x", "x")],
    ["§2.1.3 paths", (bag) => edit(bag, MANIFEST, (text) => text.replace(E001, `./${E001}`))],
    ["§2.1.3 paths", (bag) => edit(bag, MANIFEST, (text) => text.replace("E001", "E%01"))],
    ["§2.1.3, §2.4", (bag) => edit(bag, MANIFEST, (text) => text.slice(1))],
    ["§2.2.1 the", (bag) => edit(bag, TAGS, (text) => text.replace(/.*manifest-sha256.txt\n/, ""))],
    ["§2.2.1 and", (bag) => plus(bag, "notes.txt", "x\n")],
    ["§2.2.2", (bag) => retag(edit(bag, "bag-info.txt", (text) => text.replace(/Oxum: /, "Oxum: 1")))],
    ["§2.2.3", (bag) => plus(bag, "fetch.txt", "http://a.example/ 1 data/x\n")],
    ["§2.2.4", (bag) => plus(bag, "manifest-sha256.txt.sig", "x\n")],
    ["§2.3", (bag) => retag(edit(bag, MANIFEST, (text) => `\uFEFF${text}`))],
    ["§2.3", (bag) => retag(edit(bag, "bag-info.txt", (text) => text.trimEnd()))],
    ["§3", (bag) => new Map(bag).set(E001, utf8("B picture"))],
    ["§5.1", (bag) => plus(bag, "data/evidence/e001.JPG", "x")],
    ["§5.1", (bag) => plus(bag, "data/nul.txt", "x")],
]

test.each(damaged)("the clause %s finds a bag that breaks it", async (clause, damage) => {
    const faults = await of(damage(await inMemory(await draft())))
    expect(faults.filter((fault) => fault.startsWith(clause))).not.toEqual([])
})

test("each clause is shown to find a fault", () => {
    for (const name of CLAUSE_NAMES)
        expect(
            damaged.some(([clause]) => name.startsWith(clause)),
            name,
        ).toBe(true)
})
