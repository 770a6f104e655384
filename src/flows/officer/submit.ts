import type { NamedBytes } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host, Signer } from "../../base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import { conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import { identityMail } from "../../editions/recipient/mail.ts"
import { type Enclosure, instrumentGloss, requestView } from "../../editions/recipient/recipient.ts"
import { type Checklist, wantsIdentityImages } from "../../facts/checklist/checklist.ts"
import { openItems } from "../../facts/checklist/open-items.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { planPacket } from "../../packet/assemble/plan.ts"
import type { ImageInput } from "../../typeset/layout/pages/placed.ts"
import { measure, type OutputSize } from "../../typeset/mail/budget.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { composePdf } from "../print/compose.ts"
import { identityImages } from "./identity.ts"
import { mailFiles } from "./mail.ts"
import { scanIssues, scanPages } from "./papers.ts"
import { portalPage } from "./portal.ts"
import { checkPrepared, type PreparedFolder, requestName } from "./prepared-record.ts"
import { checklistOf, missingPhotos, sendSizeIssues, type Undertaking } from "./undertake.ts"

/** The officer's half, second step: sealed scan -> what leaves, the identity folder, and the archive. */

export interface Submission {
    readonly packet: Packet
    readonly send: readonly NamedBytes[]
    /** Absent when images must not go yet, or the route does not ask for them. */
    readonly identity: readonly NamedBytes[] | undefined
    /** What to type into the portal; lies beside the files that leave, and is none of them. */
    readonly portalPage: NamedBytes | undefined
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    /** Of the files that a desk gets, before a mail encodes them. */
    readonly size: OutputSize
    readonly issues: readonly Issue[]
}

/**
 * Makes everything that leaves. Throws `PacketError` when a condition that stops sending is open.
 *
 * @param sealed - The sealed letter, one file or one for each page, in order.
 */
export async function makeSubmission(
    undertaking: Undertaking,
    host: Host,
    prepared: PreparedFolder,
    sealed: readonly NamedBytes[],
    signer: Signer | undefined,
): Promise<Submission> {
    const { input, recipient, ref, at } = undertaking
    const { officer } = input
    const annexes = checkPrepared(undertaking, prepared)
    const checklist = checklistOf(undertaking, [requestName(ref), ...annexes.map(({ name }) => name)], sealed)
    const issues: Issue[] = [
        ...undertaking.issues,
        ...scanIssues(sealed),
        ...missingPhotos(undertaking, true),
        ...openItems(checklist, input.file),
    ]
    if (hasErrors(issues) || checklist.conclusion === "stop") throw new PacketError(issues)
    if (checklist.conclusion === "ask-channel")
        issues.push(issue("request.channel.unconfirmed", [input.file], {}, "warning"))
    const { request, pages } = await makeRequest(undertaking, host, sealed, annexes)
    const files = [request, ...annexes]
    const size = measure(
        files.map(({ bytes }) => bytes.length),
        recipient.limits?.mailAttachmentsBytes,
    )
    // Once the letter is sealed no exhibit can be left out: papers can be scanned again.
    const tooLarge = { file: request.name, bytes: request.bytes.length, mailBytes: size.mailBytes }
    if (officer.route === "email" && tooLarge.bytes > size.mailBytes)
        issues.push(issue("request.scan.too-large", sealed[0] === undefined ? [] : [sealed[0].name], tooLarge))
    else issues.push(...sendSizeIssues(undertaking, size))
    if (hasErrors(issues)) throw new PacketError(issues)
    const packet = await planPacket({
        kind: "submission",
        ref,
        top: `${ref}-submission`,
        createdAt: at,
        files: files.map(({ name, bytes }) => packed(name, bytes, name.startsWith("01-") ? "request" : "annex")),
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
    const mayIdentify = checklist.conclusion === "send" && wantsIdentityImages(recipient, officer)
    const send = [...files, ...mailFiles(undertaking, files, pages, checklist.conclusion === "send")]
    const identity = mayIdentify ? await identityFiles(undertaking, host) : undefined
    return {
        packet,
        send,
        identity,
        portalPage: portalPage(
            undertaking,
            checklist,
            files.map(({ name }) => name),
        ),
        checklist,
        numbers: numbersZh(checklist),
        conclusion: conclusionZh(checklist),
        size,
        issues,
    }
}

/** What an annex is, by the number that its name begins with. */
const ANNEX_EN: Readonly<Record<string, string>> = {
    "02": "Identifiers as text cells",
    "03": "Exhibits",
    "04": "Editable copy of page 1 and Schedule A, not sealed",
}

/** 01-Request: English page, sealed letter, legal instrument, schedules, laid out as one document. */
async function makeRequest(
    undertaking: Undertaking,
    host: Host,
    sealed: readonly NamedBytes[],
    annexes: readonly NamedBytes[],
): Promise<{ readonly request: NamedBytes; readonly pages: number }> {
    const { draft, input, recipient, ref, at } = undertaking
    const images = new Map<string, ImageInput>()
    const placeScans = async (
        scans: readonly NamedBytes[],
        key: string,
        what: string,
        gloss?: object,
    ): Promise<object[]> => {
        const pages: ImageInput[] = []
        for (const scan of scans) pages.push(...(await scanPages(scan)))
        return pages.map((page, i) => {
            const image = `${key}-${String(i + 1)}`
            images.set(image, page)
            const caption = `${what}, page ${String(i + 1)} of ${String(pages.length)}`
            return { image, alt: `Scan: ${caption}`, caption, ...(i === 0 && gloss !== undefined ? { gloss } : {}) }
        })
    }
    const sealedPages = await placeScans(sealed, "sealed", "Sealed letter (Chinese original)")
    const legalPages: object[] = []
    for (const [i, scan] of input.legal.entries()) {
        const what = i === 0 ? "Legal instrument (Chinese original)" : "Further legal document (Chinese original)"
        const gloss = i === 0 ? instrumentGloss(input.officer) : undefined
        legalPages.push(...(await placeScans([scan], `legal-${String(i + 1)}`, what, gloss)))
    }
    const name = requestName(ref)
    const enclosures: Enclosure[] = [
        { name, what: "This request with the sealed letter, the legal instrument and Schedules A to C" },
        ...annexes.map((annex) => ({
            name: annex.name,
            what: ANNEX_EN[annex.name.slice(0, 2)] ?? "Annex",
            sha256: sha256Hex(annex.bytes),
        })),
    ]
    const data = {
        ...requestView(draft.loaded.case, ref, recipient, input.officer, enclosures),
        sealed: sealedPages,
        legal: legalPages,
    }
    const { bytes, pages } = await composePdf(host, { template: "en/request", data, at, ref, neutral: true, images })
    return { request: { name, bytes }, pages }
}

/** Marked images and, for the mail route, the separate mail that carries them. */
async function identityFiles(undertaking: Undertaking, host: Host): Promise<NamedBytes[]> {
    const { input, ref, recipient } = undertaking
    const files = await identityImages(input.photos, ref, recipient, input.officer, host)
    const address = recipient.routes.email?.address
    if (input.officer.route !== "email" || address === undefined) return files
    const mail = identityMail(ref, recipient, input.officer)
    const attachments = files.map((file) => ({ ...file, mediaType: "image/jpeg" }))
    return [
        ...files,
        {
            name: `${ref}-identity.eml`,
            bytes: writeEml({ to: [address], subject: mail.subject, body: mail.body, attachments }, [
                `${ref}-identity.eml`,
            ]),
        },
    ]
}
