import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { type NamedBytes, utf8 } from "../../src/base/bytes.ts"
import type { Output } from "../../src/base/output.ts"
import { memorySource, readAll } from "../../src/base/source.ts"
import { prepare } from "../../src/flows/officer/prepare.ts"
import { type Submission, submit } from "../../src/flows/officer/submit.ts"
import { takeUp } from "../../src/flows/officer/undertake.ts"
import { nodeHost } from "../../src/node/host.ts"
import { zipInMemory } from "../../src/packet/assemble/zip.ts"
import { ROOT, sampleText, squeeze } from "../check.ts"
import { DESKS, deskText } from "../desks.ts"
import { tool } from "../tool.ts"
import { builtOut } from "./made.ts"
import { outside, scratch } from "./run.ts"

/**
 * The account holder's consent, from the form that the build writes to the page behind the instrument. It is the one
 * paper that may say who the account holder is.
 */

const NOW = "2023-05-09T09:00:00+08:00"
const REF = "LX-2023-0321"
const NAME = "林晓舟"
/** Never on this paper: the reporter's ID number, address, telephone and own mailbox. */
const NEVER = ["999999199001010024", "虚构路1号", "13900000000", "lin.xiaozhou@mail.example"]

let form = ""
let withConsent: Submission
let without: Submission
let consentHandedIn: readonly NamedBytes[] = []

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))
const sample = (path: string): NamedBytes => ({
    name: basename(path),
    bytes: bytesOf(join(ROOT, "assets/sample-officer", path)),
})

beforeAll(async () => {
    const folder = scratch()
    mkdirSync(join(folder, "desks"))
    cpSync(DESKS, join(folder, "desks"), { recursive: true })
    const profile = deskText("all-routes").replace('letterDocx: "no"', 'letterDocx: "no"\nidentifiersCsv: "yes"')
    expect(profile).toContain("identifiersCsv")
    writeFileSync(join(folder, "desks/all-routes.yaml"), profile)
    const host = nodeHost({ recipients: join(folder, "desks") })
    form = join(builtOut("all-routes"), "交民警/06-知情同意与授权.pdf")
    consentHandedIn = [{ name: "同意书.pdf", bytes: bytesOf(form) }]
    const packet = memorySource(bytesOf(join(builtOut("all-routes"), `DRAFT-${REF}.zip`)))
    const office = sampleText("sample-officer", "officer.yaml").replace("route: email", "route: existing-account")
    const papers = (data: string, consent: readonly NamedBytes[]) => ({
        officer: { name: "officer.yaml", bytes: utf8(data) },
        legal: [sample("legal/调取证据通知书（样例）.pdf")],
        consent,
    })
    const first = await prepare(await takeUp(packet, papers(office, []), host, NOW), host)
    const prepared = new Map<string, Uint8Array>()
    for (const { path, source } of first.outputs) prepared.set(basename(path), await readAll(source))
    const sealed = [sample("sealed.pdf")]
    const filled = `${office}\nletterCode: "${first.letterCode}"\n`
    const send = async (consent: readonly NamedBytes[]): Promise<Submission> => {
        const taken = await takeUp(packet, { ...papers(filled, consent), sealed }, host, NOW)
        return submit(taken, host, prepared, sealed, undefined, zipInMemory())
    }
    withConsent = await send(consentHandedIn)
    without = await send([])
}, 120_000)

async function textOf({ path, source }: Output): Promise<string> {
    const bytes = await readAll(source)
    if (path.endsWith(".pdf")) {
        const file = join(scratch(), "one.pdf")
        writeFileSync(file, bytes)
        return squeeze(outside("pdftotext", ["-raw", file, "-"]))
    }
    if (path.endsWith(".xlsx"))
        return Object.values(unzipSync(bytes))
            .map((part) => new TextDecoder().decode(part))
            .join("")
    return new TextDecoder().decode(bytes)
}
const sent = ({ outputs }: Submission): readonly Output[] => outputs.filter(({ path }) => path.includes("-send/"))
const request = (of: Submission): Output => {
    const found = of.outputs.find(({ role }) => role === "request")
    if (found === undefined) throw new Error("no request was made")
    return found
}

describe.skipIf(!tool("pdftotext"))("the form", () => {
    test("is one page, beside the packet, as text too, and says whose, what, what for, in both languages", () => {
        expect(outside("pdfinfo", [form])).toMatch(/Pages: +1\n/)
        expect(() => bytesOf(form.replace(".pdf", ".docx"))).not.toThrow()
        const text = squeeze(outside("pdftotext", ["-raw", form, "-"]))
        for (const part of [
            NAME,
            "LinXiaozhou",
            "100000001",
            "Binnacle",
            "同意提供的数据",
            "Handlingbythepolice",
            "Signature",
        ])
            expect(text, part).toContain(part)
        expect(text, "data about others are not for the account holder to give").not.toMatch(/对手方|counterparty/)
        for (const secret of NEVER) expect(text).not.toContain(secret)
        expect(text, "its scan leaves, so nothing calls it an annex of the victim").not.toContain("Annexprepared")
    })
    test("is in no packet", () => {
        const names = outside("unzip", ["-Z1", join(builtOut("all-routes"), `DRAFT-${REF}.zip`)])
        expect(names).not.toMatch(/consent|知情同意/)
    })
})

describe.skipIf(!tool("pdftotext"))("handed in", () => {
    test("it stands behind the instrument, is named on the first page, in the mail and among the enclosures", async () => {
        const text = await textOf(request(withConsent))
        const places = [
            "Legalinstrument:Englishrendering",
            "Consentoftheaccountholder(scanprovidedbytheofficer)",
            "ScheduleA:identifiers",
        ]
        const at = places.map((words) => text.indexOf(words))
        expect(at.every((place) => place >= 0)).toBe(true)
        expect([...at].sort((a, b) => a - b)).toEqual(at)
        expect(text).toContain("Writtenconsentoftheaccountholderisenclosed,scanprovidedbytheofficer.")
        expect(text).toContain("thelegalinstrument,theconsentandSchedulesAtoC")
        const body = sent(withConsent).find(({ role }) => role === "mail-body")
        expect(body === undefined ? "" : await textOf(body)).toContain("Consent: written consent of the account holder")
    })
    test("the account holder's name leaves on this scan and nowhere else; number, address and telephone never", async () => {
        for (const file of sent(withConsent)) {
            const text = await textOf(file)
            expect(text.includes(NAME), file.path).toBe(file.role === "request")
            for (const secret of NEVER) expect(text, file.path).not.toContain(secret)
        }
        for (const file of sent(without)) expect(await textOf(file), file.path).not.toContain(NAME)
    })
    test("the archive keeps it as handed in, and the checklist shows it beside the numbers", async () => {
        const archive = withConsent.outputs.find(({ path }) => path.endsWith("-archive.zip"))
        const files = unzipSync(archive === undefined ? new Uint8Array() : await readAll(archive.source))
        const kept = Object.entries(files).find(([name]) => name.endsWith("layer-2/legal/C01.pdf"))?.[1]
        expect(Buffer.from(kept ?? []).equals(Buffer.from(consentHandedIn[0]?.bytes ?? []))).toBe(true)
        const index = Object.entries(files).find(([name]) => name.endsWith("layer-2/index.json"))?.[1]
        expect(new TextDecoder().decode(index)).toMatch(/"role": ?"consent"/)
        const state = ({ checklist }: Submission) => checklist.suggestions.find(({ id }) => id === "consent")?.state
        expect([state(withConsent), state(without)]).toEqual(["there", "open"])
        expect(withConsent.numbers).toEqual(without.numbers)
    })
    test("without it nothing speaks of consent", async () => {
        expect(await textOf(request(without))).not.toMatch(/consent/i)
    })
})

test("a desk that wants it gets the identifiers once more as comma-separated text, quoted by the letter", async () => {
    const names = sent(without).map(({ path }) => basename(path))
    expect(names.filter((name) => name.startsWith("02-"))).toEqual([
        `02-Identifiers-${REF}.xlsx`,
        `02-Identifiers-${REF}.csv`,
    ])
    const csv = sent(without).find(({ role }) => role === "identifiers-csv")
    const lines = csv === undefined ? [] : (await textOf(csv)).split("\r\n")
    expect(lines.slice(0, 2)).toEqual([
        "Orders",
        "Time (UTC),Market,Symbol,Side,Quantity,Filled,Average price,Limit price,Status,Order ID,Client order ID,Time (UTC+8)",
    ])
    expect(lines.filter((line) => line.includes("USD-M futures"))).toHaveLength(6)
})
