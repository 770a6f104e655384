import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "pdf-lib"
import { beforeAll, describe, expect, test } from "vitest"
import { type ByteSource, readAll } from "../../../src/base/source.ts"
import { boundFields, INTERNAL_FIELDS, LATER_FIELDS } from "../../../src/facts/officer/bound-fields.ts"
import { type Officer, officerSchema } from "../../../src/facts/officer/officer.ts"
import { PREPARED_NAME } from "../../../src/flows/officer/names.ts"
import { prepare } from "../../../src/flows/officer/prepare.ts"
import { checkPrepared, type PreparedFolder, printRecord } from "../../../src/flows/officer/prepared-record.ts"
import { letterCodeOf, sealedTexts } from "../../../src/flows/officer/sealed-texts.ts"
import { submit } from "../../../src/flows/officer/submit.ts"
import { takeUp, type Undertaking } from "../../../src/flows/officer/undertake.ts"
import { fileSource } from "../../../src/node/files.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { zipInMemory } from "../../../src/packet/assemble/zip.ts"
import { codes, ROOT } from "../../check.ts"
import { sampleOut } from "../../cli/made.ts"
import { fillSchema } from "../../cli/schema-markers.ts"

/**
 * Every single value of the officer data and of the case is bound by the seal, is filled in later, or is in nothing that
 * leaves. The values are those of the schemas, so one that is added tomorrow is held too.
 */

const host = nodeHost()
const NOW = "2023-05-09T09:00:00+08:00"
const office = join(ROOT, "assets/sample-officer")
const named = (folder: string, name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })
const draft = (): ByteSource => fileSource(join(sampleOut(), "DRAFT-LX-2023-0321.zip"))

async function sampleUndertaking(more = ""): Promise<Undertaking> {
    const form = `${readFileSync(join(office, "officer.yaml"), "utf8")}\n${more}`
    const photos = join(office, "photos")
    const legal = join(office, "legal")
    return takeUp(
        draft(),
        {
            officer: { name: "officer.yaml", bytes: new TextEncoder().encode(form) },
            photos: {
                folder: "photos",
                files: readdirSync(photos).map((name) => ({ ...named(photos, name), path: name })),
            },
            legal: readdirSync(legal).map((name) => named(legal, name)),
        },
        host,
        NOW,
    )
}

type Path = readonly (string | number)[]
const isTime = (value: object): boolean => "local" in value && "epochMs" in value

function pathsIn(value: unknown, path: Path = []): Path[] {
    if (typeof value !== "object" || value === null || isTime(value)) return value === undefined ? [] : [path]
    return Object.entries(value).flatMap(([key, member]) =>
        pathsIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
    )
}

/** A copy in which the value at one path is another, or gone. */
function changed<T>(value: T, [key, ...rest]: Path, how: "other" | "gone"): T {
    if (key === undefined) {
        if (typeof value === "object" && value !== null)
            return { ...value, local: "2021-02-03 04:05:06", offsetMinutes: 0, epochMs: 1612325106000 }
        // Of a kind of request only another one is another value.
        return (value === "disclosure" ? "preservation" : `${String(value)}x`) as T
    }
    const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string | number, unknown>
    if (rest.length === 0 && how === "gone") delete copy[key]
    else copy[key] = changed(copy[key], rest, how)
    return copy as T
}

const full = officerSchema.parse(fillSchema(officerSchema, "", { ref: undefined, recipient: undefined }).value)
let base: Undertaking
let folder: PreparedFolder
const sealedAs = (officer: Officer): Undertaking => ({ ...base, input: { ...base.input, officer } })

beforeAll(async () => {
    const sample = await sampleUndertaking()
    base = { ...sample, input: { ...sample.input, officer: full }, issues: [] }
    const { outputs, letterCode } = await prepare(base, host)
    const files = await Promise.all(
        outputs.map(async ({ path, source }) => [path.slice(path.indexOf("/") + 1), await readAll(source)] as const),
    )
    folder = new Map(files)
    base = sealedAs({ ...full, letterCode })
})

const refused = (officer: Officer): readonly string[] => codes(checkPrepared(sealedAs(officer), folder, host).issues)

const nameOf = (path: Path): string =>
    path
        .map((key) => (typeof key === "number" ? `[${String(key)}]` : `.${key}`))
        .join("")
        .slice(1)
const isUnder = (name: string, tops: readonly string[]): boolean =>
    tops.some((top) => name === top || name.startsWith(`${top}.`))
const PATHS = pathsIn(full).filter((path) => path[0] !== "letterCode")
const LATER = PATHS.filter((path) => isUnder(nameOf(path), LATER_FIELDS))
const INTERNAL = PATHS.filter((path) => isUnder(nameOf(path).replace(/\[\d+\]/g, ""), INTERNAL_FIELDS))
const BOUND = PATHS.filter((path) => !LATER.includes(path) && !INTERNAL.includes(path))

test("the three kinds hold every field of the schema", () => {
    expect(new Set(PATHS.map(([top]) => top))).toEqual(
        new Set(Object.keys(officerSchema.shape).filter((key) => !["letterCode", "ref", "recipient"].includes(key))),
    )
    expect(boundFields(full).map(({ path }) => path)).toEqual(BOUND.map(nameOf).sort())
    expect([BOUND.length > 55, LATER.length > 15, INTERNAL.length > 3]).toEqual([true, true, true])
    expect(refused(base.input.officer)).toEqual([])
})

describe("a value that the seal binds", () => {
    test.each(BOUND.map((path) => [nameOf(path), path] as const))("%s is refused with its place", (name, path) => {
        const place = `officer.yaml/${path.join("/")}`
        expect(refused(changed(base.input.officer, path, "other")), name).toEqual([`request.prepared.field ${place}`])
        if (typeof path.at(-1) === "number") return
        expect(refused(changed(base.input.officer, path, "gone")), name).toEqual([`request.prepared.field ${place}`])
    })

    test("is told in the words of the form that was filled in", () => {
        const other = changed(base.input.officer, ["request", "type"], "other")
        const told = (file: string): unknown =>
            checkPrepared({ ...base, input: { ...base.input, file, officer: other } }, folder, host).issues[0]?.params
        expect(told("office/officer.xlsx")).toMatchObject({ sealed: "调取", found: "以函保全" })
        expect(told("office/officer.yaml")).toMatchObject({ sealed: "disclosure", found: "preservation" })
    })

    test("filled in only afterwards is refused, with the advice to seal anew", async () => {
        const { agency: _, ...without } = base.input.officer
        const lacking = sealedAs({ ...without, agency: {} })
        const first = await prepare(lacking, host)
        const files = await Promise.all(
            first.outputs.map(
                async ({ path, source }) => [path.slice(path.indexOf("/") + 1), await readAll(source)] as const,
            ),
        )
        const now = sealedAs({ ...without, letterCode: first.letterCode, agency: { nameZh: "某市公安局" } })
        expect(checkPrepared(now, new Map(files), host).issues).toMatchObject([
            { code: "request.prepared.filled-in", params: { field: "agency.nameZh", found: "某市公安局" } },
        ])
    })
})

describe("what comes after the seal", () => {
    test.each(LATER.map((path) => [nameOf(path), path] as const))("%s changes neither text nor code", (_, path) => {
        const officer = changed(base.input.officer, path, "other")
        expect(sealedTexts(sealedAs(officer), [], host)).toEqual(sealedTexts(base, [], host))
        expect(refused(officer)).toEqual([])
    })
})

test("what is internal changes no byte of anything that leaves", async () => {
    const start = await sampleUndertaking()
    const first = await prepare(start, host)
    const prepared = new Map<string, Uint8Array>()
    for (const { path, source } of first.outputs) prepared.set(path.slice(path.indexOf("/") + 1), await readAll(source))
    const sealed = [named(office, "sealed.pdf")]
    const leaving = async (more: string): Promise<readonly string[]> => {
        const taken = await sampleUndertaking(`letterCode: "${first.letterCode}"\n${more}`)
        const { outputs } = await submit(taken, host, prepared, sealed, undefined, zipInMemory())
        return Promise.all(
            outputs
                .filter(({ role }) => !["packet", "portal"].includes(role))
                .map(async ({ path, source }) => `${path} ${Buffer.from(await readAll(source)).toString("base64")}`),
        )
    }
    const plain = await leaving("")
    expect(plain.length).toBeGreaterThan(5)
    const internal = [
        'format: "1.0"',
        `ownForm: {pages: "${String((await PDFDocument.load(sealed[0]?.bytes ?? "")).getPageCount())}"}`,
        "verifiedAddresses: [{address: police@example.org, by: 样例, on: 2023-05-01, how: 电话核实}]",
    ]
    expect(await leaving(internal.join("\n"))).toEqual(plain)
})

describe("texts that differ although nothing was filled in otherwise", () => {
    const remade = (other: Partial<typeof host>, undertaking = base): unknown =>
        checkPrepared(undertaking, folder, { ...host, ...other }).issues.map(({ code, params }) => ({ code, params }))
    const edited = (name: string): string => host.template(name).replace("请提供的数据", "请协助提供的数据")
    const SEALED_WITH = { sealedWith: host.tool }

    test("name program, templates or profile as the cause", () => {
        expect(remade({ template: edited })).toEqual([
            { code: "request.prepared.remade", params: { causes: "templates", ...SEALED_WITH } },
        ])
        expect(remade({ template: edited, tool: "lerpack 9.9.9" })).toEqual([
            { code: "request.prepared.remade", params: { causes: "program templates", ...SEALED_WITH } },
        ])
        const recipient = { ...base.recipient, addressee: { ...base.recipient.addressee, zh: "另一主体" } }
        expect(remade({}, { ...base, recipient })).toEqual([
            { code: "request.prepared.remade", params: { causes: "profile", ...SEALED_WITH } },
        ])
    })
    test("and another address of the route, which stands in no sealed text", () => {
        const { route } = base.input.officer
        const routes = {
            ...base.recipient.routes,
            [route]: { ...base.recipient.routes[route], address: "x@evil.example" },
        }
        const [found] = remade({}, { ...base, recipient: { ...base.recipient, routes } as never }) as { code: string }[]
        expect(found).toMatchObject({ code: "request.prepared.address", params: { found: "x@evil.example" } })
    })
    test("and a new program alone changes nothing", () => {
        expect(remade({ tool: "lerpack 9.9.9" })).toEqual([])
    })
    test("a record whose code was put right by hand is no record of the sealed letter", () => {
        const record = JSON.parse(new TextDecoder().decode(folder.get(PREPARED_NAME))) as Record<string, unknown>
        const forged = new TextEncoder().encode(JSON.stringify({ ...record, letterCode: "00000000" }))
        const officer = { ...base.input.officer, letterCode: "00000000" }
        const { issues } = checkPrepared(sealedAs(officer), new Map([...folder, [PREPARED_NAME, forged]]), host)
        expect(codes(issues)).toEqual(["request.prepared.changed prepared.json"])
    })
    test("of a letter with a translation its text is bound too; one sealed without, by an earlier program, still holds", () => {
        const recipient = { ...base.recipient, languages: { ...base.recipient.languages, accepted: ["en" as const] } }
        const english = { ...base, recipient }
        const texts = sealedTexts(english, [], host)
        expect(texts.letter).toContain("English translation of the letter No.")
        const letter = { bytes: new Uint8Array([1]), pages: 6 }
        const held = (isTranslated: boolean, record: (bytes: Uint8Array) => Uint8Array, template = host.template) => {
            const made = sealedTexts(english, [], host, isTranslated)
            const officer = { ...base.input.officer, letterCode: letterCodeOf(made, []) }
            const undertaking = { ...english, input: { ...base.input, officer } }
            const bytes = record(printRecord(undertaking, host, { texts: made, annexes: [], letter }))
            const found = checkPrepared(undertaking, new Map([[PREPARED_NAME, bytes]]), { ...host, template })
            return [found.issues.map(({ code }) => code), found.letter.isTranslated]
        }
        const asIs = (bytes: Uint8Array): Uint8Array => bytes
        const earlier = (bytes: Uint8Array): Uint8Array => {
            const { translated, ...rest } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
            expect(translated).toBe(true)
            return new TextEncoder().encode(JSON.stringify(rest))
        }
        const reworded = (name: string): string => host.template(name).replace("We write to you", "We turn to you")
        expect(letterCodeOf(texts, [])).not.toBe(letterCodeOf(sealedTexts(english, [], host, false), []))
        expect(letterCodeOf(texts, [])).not.toBe(
            letterCodeOf(sealedTexts(english, [], { ...host, template: reworded }), []),
        )
        expect(held(true, asIs)).toEqual([[], true])
        expect(held(true, asIs, reworded)).toEqual([["request.prepared.remade"], true])
        expect(held(true, earlier)).toEqual([["request.prepared.remade"], false])
        expect(held(false, earlier)).toEqual([[], false])
    })
    test("a draft with another list, as any change of the case makes it, is another case", () => {
        const report = { ...base.draft.report, checkCode: "0000 0000" }
        expect(remade({}, { ...base, draft: { ...base.draft, report } })).toEqual([
            {
                code: "request.prepared.other-draft",
                params: { sealed: base.draft.report.checkCode, found: "0000 0000" },
            },
        ])
    })
})
