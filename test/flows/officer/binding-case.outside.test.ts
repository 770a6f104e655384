import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { printJson } from "../../../src/base/canonical-json.ts"
import { type Issue, PacketError } from "../../../src/base/issue.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { memorySource, readAll } from "../../../src/base/source.ts"
import { valueAt } from "../../../src/base/value.ts"
import { readStoreZip } from "../../../src/base/zip/read.ts"
import { writeStoreZip } from "../../../src/base/zip/write.ts"
import { matterZh } from "../../../src/editions/shared/matter.ts"
import { CHOICES } from "../../../src/facts/case/form/choices.data.ts"
import { pathOf, putAt, QUESTIONS, type Question } from "../../../src/facts/case/form/form.ts"
import { openDraft } from "../../../src/flows/officer/open-draft.ts"
import { prepare } from "../../../src/flows/officer/prepare.ts"
import { submit } from "../../../src/flows/officer/submit.ts"
import { type OfficerInput, takeUp, undertake } from "../../../src/flows/officer/undertake.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { inZipOrder } from "../../../src/packet/assemble/packet.ts"
import { zipInMemory } from "../../../src/packet/assemble/zip.ts"
import { codes, ROOT } from "../../check.ts"
import { builtOut } from "../../cli/made.ts"
import { editIndex, reseal } from "../../conformance/packet/tamper.ts"

/**
 * Every value of the case is bound by the 核对码 of the packet: after the seal a draft in which one value is another, its
 * lists made to agree, is refused as another draft. One field of each kind of question, and what leaves.
 */

const host = nodeHost()
const NOW = "2023-05-09T09:00:00+08:00"
const office = join(ROOT, "assets/sample-officer")
const CASE = "data/case.json"
const INDEX = "data/index.json"
const TOP = "LX-2023-0321/"
const named = (folder: string, name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })

let draft: ReadonlyMap<string, Uint8Array>
let facts: Readonly<Record<string, unknown>>
let input: OfficerInput
let folder: ReadonlyMap<string, Uint8Array>

/** The draft with another record of the case and everything around it as the program would have made it. */
async function draftWith(record: unknown): Promise<Uint8Array> {
    const bytes = new TextEncoder().encode(printJson(record))
    const index = JSON.parse(new TextDecoder().decode(draft.get(INDEX))) as { files: { path: string }[] }
    const listed = index.files.map((one) => (one.path === CASE ? { ...one, size: bytes.length } : one))
    const sealed = await reseal(editIndex(new Map(draft).set(CASE, bytes), INDEX, { files: listed }), null)
    const files = inZipOrder([...sealed].map(([path, content]) => ({ path, source: memorySource(content) })))
    return writeStoreZip(files.map(({ path }) => ({ name: TOP + path, bytes: sealed.get(path) ?? new Uint8Array() })))
}

beforeAll(async () => {
    const file = new Uint8Array(readFileSync(join(builtOut(), "DRAFT-LX-2023-0321.zip")))
    const zip = await readStoreZip(memorySource(file))
    if (!zip.ok) throw new PacketError(zip.issues)
    const read = zip.entries.map(async ({ name, source }) => [name.slice(TOP.length), await readAll(source)] as const)
    draft = new Map(await Promise.all(read))
    facts = JSON.parse(new TextDecoder().decode(draft.get(CASE))) as typeof facts

    const [photos, legal] = [join(office, "photos"), join(office, "legal")]
    const files = readdirSync(photos).map((name) => ({ ...named(photos, name), path: name }))
    const papers = {
        officer: named(office, "officer.yaml"),
        photos: { folder: "photos", files },
        legal: readdirSync(legal).map((name) => named(legal, name)),
    }
    const taken = await takeUp(memorySource(await draftWith(facts)), papers, host, NOW)
    const { letterCode, outputs } = await prepare(taken, host)
    input = { ...taken.input, officer: { ...taken.input.officer, letterCode } }
    const made = outputs.map(
        async ({ path, source }) => [path.slice(path.indexOf("/") + 1), await readAll(source)] as const,
    )
    folder = new Map(await Promise.all(made))
}, 60_000)

/** The errors of the second step with a draft. */
async function secondStep(zip: Uint8Array): Promise<readonly Issue[]> {
    try {
        const now = await undertake(await openDraft(memorySource(zip), host, NOW), input, host)
        await submit(now, host, folder, [named(office, "sealed.pdf")], undefined, zipInMemory())
        return []
    } catch (error) {
        if (error instanceof PacketError) return error.issues.filter(({ severity }) => severity === "error")
        throw error
    }
}

const placeOf = (field: string) => pathOf(field.replaceAll("[]", "[0]"))

/** Something else that may stand there. */
function otherValue({ kind, words }: Question, value: unknown): unknown {
    if (kind === "choice" && words !== undefined) return CHOICES[words].find(({ code }) => code !== value)?.code
    if (kind === "time") return "2023-03-20 18:01:02 Z"
    if (kind === "date") return "2023-01-02"
    if (kind === "labels") return "E002"
    return kind === "amount" ? "7" : `${String(value)}${kind === "text" ? "改" : "0"}`
}

/** What a desk looks up, besides. */
const LEAVING = ["account.uid", "orders[].orderId", "ips[].address", "incident.firstOperation.at"]

/** Filled in here: the first of each kind of question, and what leaves. */
function chosenQuestions(): readonly Question[] {
    // A draft with another number or desk is another matter, which other tests are about.
    const filled = QUESTIONS.filter(
        ({ field, kind }) => field !== "ref" && kind !== "desk" && valueAt(facts, placeOf(field)) !== undefined,
    )
    return filled.filter((one) => LEAVING.includes(one.field) || filled.find(({ kind }) => kind === one.kind) === one)
}

test("the draft that was sealed for is taken", async () => {
    expect(codes(await secondStep(await draftWith(facts)))).toEqual([])
}, 60_000)

test("one with another value is refused, and the finding says what to do", { timeout: 240_000 }, async () => {
    const questions = chosenQuestions()
    expect(new Set(questions.map(({ kind }) => kind)).size).toBe(7)
    expect(questions.map(({ field }) => field)).toEqual(expect.arrayContaining(LEAVING))
    for (const question of questions) {
        const record = structuredClone(facts) as Record<string, unknown>
        const place = placeOf(question.field)
        putAt(record, place, otherValue(question, valueAt(facts, place)))
        const found = await secondStep(await draftWith(record))
        expect(codes(found), question.field).toEqual(["request.prepared.other-draft prepared.json/draft"])
        for (const lang of LANGS) for (const one of found) expect(messageOf(one, lang).hint).toMatch(/.{20}/)
    }
})

test("the matter has one name in all papers, whatever the desk is told of the account", async () => {
    const { matter: _, exportRows: __, ...rest } = facts
    const wallet = "0x52908400098527886E0F7030069857D2E4169EE7"
    const record = { ...rest, account: { exchange: "MetaMask", uid: wallet } }
    const request = {
        ...input.officer.request,
        labels: [],
        targets: [{ kind: "address", value: wallet, role: "suspect", source: "analysis" }],
    } as const
    const officer = { ...input.officer, request: { ...request, dataGroups: undefined, periods: undefined } }
    const opened = await openDraft(memorySource(await draftWith(record)), host, NOW)
    const { facts: told } = await undertake(opened, { ...input, officer: officer as never }, host)
    expect(told.account.exchange).toBe("钱包")
    expect(matterZh(told)).toBe("MetaMask钱包资产减少一事")
})
