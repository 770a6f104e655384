import type { NamedBytes } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host, Signer } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type Output, output, privateOutput } from "../../base/output.ts"
import { conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import { identityMail } from "../../editions/recipient/mail.ts"
import { type Enclosure, requestView } from "../../editions/recipient/recipient.ts"
import { type Checklist, wantsIdentityImages } from "../../facts/checklist/checklist.ts"
import { openItems } from "../../facts/checklist/open-items.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { planPacket } from "../../packet/assemble/plan.ts"
import type { ZipPacket, ZippedPacket } from "../../packet/assemble/zip.ts"
import type { ImageInput } from "../../typeset/layout/pages/placed.ts"
import { measure, type OutputSize } from "../../typeset/mail/budget.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { composePdf } from "../print/compose.ts"
import { planArchive } from "./archive.ts"
import { identityImages } from "./identity.ts"
import { mailFiles } from "./mail.ts"
import { archiveName, identityFolder, requestName, sendFolder, submissionName } from "./names.ts"
import { scanIssues, scanPages } from "./papers.ts"
import { portalPage } from "./portal.ts"
import { type Annex, checkPrepared, type PreparedFolder } from "./prepared-record.ts"
import { checklistOf, missingPhotos, sendSizeIssues, settle, type Undertaking } from "./undertake.ts"

/** The officer's half, second step: sealed scan -> what leaves, the identity folder, and the archive. */

/** A packet that was made, and its 核对码. */
export interface MadePacket extends ZippedPacket {
    readonly checkCode: string
}

export interface Submission {
    /** Everything that is written. Identity images only where they may go, the portal page where one helps. */
    readonly outputs: readonly Output[]
    readonly submission: MadePacket
    readonly archive: MadePacket
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    /** Of the files that a desk gets, before a mail encodes them. */
    readonly size: OutputSize
    readonly issues: readonly Issue[]
}

/**
 * Makes everything that leaves, and the archive. Throws `PacketError` when a condition that stops sending is open.
 *
 * @param sealed - The sealed letter, one file or one for each page, in order.
 */
export async function submit(
    undertaking: Undertaking,
    host: Host,
    prepared: PreparedFolder,
    sealed: readonly NamedBytes[],
    signer: Signer | undefined,
    zip: ZipPacket,
): Promise<Submission> {
    const { input, recipient, ref } = undertaking
    const annexes = checkPrepared(undertaking, prepared)
    const checklist = checklistOf(undertaking, [requestName(ref), ...annexes.map(({ name }) => name)], sealed)
    const open = [...scanIssues(sealed), ...missingPhotos(undertaking, true), ...openItems(checklist, input.file)]
    const issues = settle(undertaking, open)
    if (checklist.conclusion === "stop") throw new PacketError(issues)
    const mayGo = checklist.conclusion === "send"
    const { request, pages } = await makeRequest(undertaking, host, sealed, annexes)
    const files = [{ role: "request" as const, ...request }, ...annexes]
    const { size, issues: found } = measureFiles(undertaking, files, sealed)
    if (checklist.conclusion === "ask-channel")
        found.unshift(issue("request.channel.unconfirmed", [input.file], {}, "warning"))
    const all = settle(undertaking, [...open, ...found])
    const packet = await planSubmission(undertaking, files, host, signer)
    const sent = [
        ...files.map(({ role, name, bytes }) => output(role, `${sendFolder(ref)}/${name}`, bytes)),
        ...mailFiles(undertaking, files, pages, mayGo),
    ]
    const mayIdentify = mayGo && wantsIdentityImages(recipient, input.officer)
    const identity = mayIdentify ? await identityFiles(undertaking, host) : []
    const names = files.map(({ name }) => name)
    const portal = portalPage(undertaking, checklist, names)
    const zipped = await zip(packet, submissionName(ref))
    const archive = await planArchive({ undertaking, host, prepared, sealed, checklist, sent, zipped, signer })
    const kept = await zip(archive, archiveName(ref))
    return {
        outputs: [
            ...(portal === undefined ? [] : [privateOutput("portal", portal.name, portal.bytes)]),
            ...sent,
            ...identity,
            zipped,
            kept,
        ],
        submission: { ...zipped, checkCode: packet.checkCode },
        archive: { ...kept, checkCode: archive.checkCode },
        checklist,
        numbers: numbersZh(checklist),
        conclusion: conclusionZh(checklist),
        size,
        issues: all,
    }
}

/** Whether what leaves fits into the mails of the route. */
function measureFiles(
    undertaking: Undertaking,
    files: readonly NamedBytes[],
    sealed: readonly NamedBytes[],
): { readonly size: OutputSize; readonly issues: Issue[] } {
    const { input, recipient } = undertaking
    const sizes = files.map(({ bytes }) => bytes.length)
    const size = measure(sizes, recipient.limits?.mailAttachmentsBytes)
    const tooLarge = { file: files[0]?.name ?? "", bytes: sizes[0] ?? 0, mailBytes: size.mailBytes }
    // Once the letter is sealed no exhibit can be left out: papers can be scanned again.
    if (input.officer.route === "email" && tooLarge.bytes > size.mailBytes) {
        const path = sealed[0] === undefined ? [] : [sealed[0].name]
        return { size, issues: [issue("request.scan.too-large", path, tooLarge)] }
    }
    return { size, issues: [...sendSizeIssues(undertaking, size)] }
}

/** The packet of exactly what leaves. */
function planSubmission(
    { ref, at }: Undertaking,
    files: readonly (NamedBytes & { readonly role: "request" | Annex["role"] })[],
    host: Host,
    signer: Signer | undefined,
): Promise<Packet> {
    return planPacket({
        kind: "submission",
        ref,
        top: `${ref}-submission`,
        createdAt: at,
        files: files.map(({ role, name, bytes }) => packed(name, bytes, role === "request" ? "request" : "annex")),
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
}

/** What an annex is, in the list of enclosures. */
const ANNEX_EN: Readonly<Record<Annex["role"], string>> = {
    identifiers: "Identifiers as text cells",
    "identifiers-csv": "The same as comma-separated text",
    exhibits: "Exhibits",
    "letter-copy": "Editable copy of page 1 and Schedule A",
}

/** 01-Request: English page, sealed letter, legal instrument, schedules, laid out as one document. */
async function makeRequest(
    undertaking: Undertaking,
    host: Host,
    sealed: readonly NamedBytes[],
    annexes: readonly Annex[],
): Promise<{ readonly request: NamedBytes; readonly pages: number }> {
    const { draft, input, recipient, ref, at } = undertaking
    const images = new Map<string, ImageInput>()
    const placeScans = async (scans: readonly NamedBytes[], key: string, what: string): Promise<object[]> => {
        const pages: ImageInput[] = []
        for (const scan of scans) pages.push(...(await scanPages(scan)))
        return pages.map((page, i) => {
            const image = `${key}-${String(i + 1)}`
            images.set(image, page)
            const caption = `${what}, page ${String(i + 1)} of ${String(pages.length)}`
            return { image, alt: `Scan: ${caption}`, caption }
        })
    }
    const sealedPages = await placeScans(sealed, "sealed", "Letter of the agency, scan provided by the officer")
    const legalPages: object[] = []
    for (const [i, scan] of input.legal.entries()) {
        const what = `${i === 0 ? "Legal instrument" : "Further legal document"}, scan provided by the officer`
        legalPages.push(...(await placeScans([scan], `legal-${String(i + 1)}`, what)))
    }
    const consentOf = "Consent of the account holder, scan provided by the officer"
    const consent = await placeScans(input.consent ?? [], "consent", consentOf)
    const name = requestName(ref)
    const enclosures: Enclosure[] = [
        {
            name,
            what: `This request with the letter, the legal instrument${consent.length > 0 ? ", the consent" : ""} and Schedules A to C`,
        },
        ...annexes.map((annex) => ({
            name: annex.name,
            what: ANNEX_EN[annex.role],
            sha256: sha256Hex(annex.bytes),
        })),
    ]
    const data = {
        ...requestView(draft.loaded.case, ref, recipient, input.officer, enclosures, consent.length > 0),
        sealed: sealedPages,
        legal: legalPages,
        consent,
    }
    const { bytes, pages } = await composePdf(host, { template: "en/request", data, at, ref, neutral: true, images })
    return { request: { name, bytes }, pages }
}

/** Marked images and, for the mail route, the separate mail that carries them. */
async function identityFiles(undertaking: Undertaking, host: Host): Promise<Output[]> {
    const { input, ref, recipient } = undertaking
    const path = (name: string): string => `${identityFolder(ref)}/${name}`
    const images = await identityImages(input.photos, ref, recipient, input.officer, host)
    const files = images.map(({ name, bytes }) => privateOutput("identity-image", path(name), bytes))
    const address = recipient.routes.email?.address
    if (input.officer.route !== "email" || address === undefined) return files
    const { subject, body } = identityMail(ref, recipient, input.officer)
    const attachments = images.map((file) => ({ ...file, mediaType: "image/jpeg" }))
    const name = `${ref}-identity.eml`
    const mail = writeEml({ to: [address], subject, body, attachments }, [name])
    return [...files, privateOutput("identity-mail", path(name), mail)]
}
