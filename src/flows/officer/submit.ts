import type { NamedBytes } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host, Signer } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type Output, output, privateOutput } from "../../base/output.ts"
import { conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import { identityMail } from "../../editions/recipient/mail.ts"
import { type ReadmeFacts, readmeEn, readmeZh, WHAT } from "../../editions/recipient/readme.words.ts"
import { requestView } from "../../editions/recipient/recipient.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { wantsIdentityImages } from "../../facts/checklist/identity-release.ts"
import { openItems } from "../../facts/checklist/open-items.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { planPacket } from "../../packet/assemble/plan.ts"
import type { ZipPacket, ZippedPacket } from "../../packet/assemble/zip.ts"
import { README_NAMES } from "../../packet/manifest/tag-files.ts"
import type { ImageInput } from "../../typeset/layout/pages/placed.ts"
import { measure, type OutputSize } from "../../typeset/mail/budget.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { windowsText } from "../../typeset/mail/windows-text.ts"
import { composePdf } from "../print/compose.ts"
import { planArchive } from "./archive.ts"
import { identityImages } from "./identity.ts"
import { inquiry, mailFiles } from "./mail.ts"
import { identityFolder, requestName, sendFolder, submissionName, topOf } from "./names.ts"
import { scanIssues, scanPages, sealedIssues } from "./papers.ts"
import { portalPage } from "./portal.ts"
import { type Annex, checkPrepared, type PreparedFolder } from "./prepared-record.ts"
import { enclosuresOf, translationParts } from "./sealed-texts.ts"
import { requestTemplate } from "./typed-names.ts"
import { checklistOf, missingPhotos, sendSizeIssues, settle, type Undertaking } from "./undertake.ts"

/** The officer's half, second step: sealed scan -> what leaves, the identity folder, and the archive. */

/** A packet that was made, and its 核对码. */
export interface MadePacket extends ZippedPacket {
    readonly checkCode: string
}

export interface Submission {
    /**
     * Everything that is written. While the channel is not verified that is the question about it alone; identity images
     * only where they may go, the portal page where one helps.
     */
    readonly outputs: readonly Output[]
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    readonly made?: {
        readonly submission: MadePacket
        readonly archive: MadePacket
        /** Of the files that a desk gets, before a mail encodes them. */
        readonly size: OutputSize
    }
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
    const { input, recipient, ref, stem, archive } = undertaking
    const { annexes, letter, issues: differing } = checkPrepared(undertaking, prepared, host)
    const checklist = checklistOf(undertaking, [requestName(ref), ...annexes.map(({ name }) => name)], sealed)
    const open = [
        ...differing,
        ...(await scanIssues(sealed)),
        ...(await sealedIssues(sealed, input.officer, letter)),
        ...missingPhotos(undertaking, true),
        ...openItems(checklist, input.file),
    ]
    const issues = settle(undertaking, open)
    if (checklist.conclusion === "stop") throw new PacketError(issues)
    const mayGo = checklist.conclusion === "send"
    const state = { checklist, numbers: numbersZh(checklist), conclusion: conclusionZh(checklist) }
    if (checklist.conclusion === "ask-channel") {
        const unverified = issue("request.channel.unconfirmed", [input.file], {}, "warning")
        return {
            ...state,
            outputs: [inquiry(undertaking)],
            issues: settle(undertaking, [...open, unverified]),
        }
    }
    const scans = await placeScans(sealed, "sealed", "Letter of the agency")
    const { request, pages } = await makeRequest(undertaking, host, scans, annexes, letter.isTranslated)
    const files = [{ role: "request" as const, ...request, pages }, ...annexes]
    const { size, issues: found } = measureFiles(undertaking, files, sealed)
    const all = settle(undertaking, [...open, ...found])
    const packet = await planSubmission(undertaking, files, host, signer)
    const sent = [
        ...files.map(({ role, name, bytes }) => output(role, `${sendFolder(stem)}/${name}`, bytes)),
        ...mailFiles(undertaking, files, pages, mayGo),
    ]
    const mayIdentify = mayGo && wantsIdentityImages(recipient, input.officer)
    const identity = mayIdentify ? await identityFiles(undertaking, host) : []
    const names = files.map(({ name }) => name)
    const portal = portalPage(undertaking, checklist, names)
    const zipped = await zip(packet, submissionName(stem))
    const layered = await planArchive({ undertaking, host, prepared, sealed, checklist, files, sent, zipped, signer })
    const kept = await zip(layered, archive)
    return {
        outputs: [
            ...(portal === undefined ? [] : [privateOutput("portal", portal.name, portal.bytes)]),
            ...sent,
            ...identity,
            zipped,
            kept,
        ],
        ...state,
        made: {
            submission: { ...zipped, checkCode: packet.checkCode },
            archive: { ...kept, checkCode: layered.checkCode },
            size,
        },
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

/** The packet of exactly what leaves, with a note in each language on what it is: a record, which is not sent. */
function planSubmission(
    { ref, at, stem, input }: Undertaking,
    files: readonly (NamedBytes & { readonly role: "request" | Annex["role"] })[],
    host: Host,
    signer: Signer | undefined,
): Promise<Packet> {
    const isAlone = typeOf(input.officer).instrument === undefined
    const told = {
        ref,
        files: files.map(({ role, name }) => ({
            name,
            ...WHAT[isAlone && role === "request" ? "request-alone" : role],
        })),
        isSigned: signer !== undefined,
    }
    return planPacket({
        kind: "submission",
        ref,
        top: topOf(submissionName(stem)),
        createdAt: at,
        files: [
            ...files.map(({ role, name, bytes }) => packed(name, bytes, role === "request" ? "request" : "annex")),
            ...README_NAMES.map((name) => packed(name, readme(name, told), "readme")),
        ],
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
}

/** One of the notes, as the editor of an old Windows shows it. */
function readme(name: (typeof README_NAMES)[number], told: ReadmeFacts): Uint8Array {
    return windowsText(name === "README-EN.txt" ? readmeEn(told) : readmeZh(told))
}

/** A page of a scan, placed in 01-Request. */
interface PlacedScan {
    readonly image: string
    readonly alt: string
    readonly caption: string
    readonly page: ImageInput
}

/** The pages of scans as pictures of 01-Request, numbered through. */
async function placeScans(scans: readonly NamedBytes[], key: string, what: string): Promise<readonly PlacedScan[]> {
    const pages: ImageInput[] = []
    for (const scan of scans) pages.push(...(await scanPages(scan)))
    return pages.map((page, i) => {
        const caption = `${what}, scan provided by the officer, page ${String(i + 1)} of ${String(pages.length)}`
        return { image: `${key}-${String(i + 1)}`, alt: `Scan: ${caption}`, caption, page }
    })
}

/** 01-Request: English page, sealed letter, legal instrument, schedules, laid out as one document. */
async function makeRequest(
    undertaking: Undertaking,
    host: Host,
    sealed: readonly PlacedScan[],
    annexes: readonly Annex[],
    isTranslated: boolean,
): Promise<{ readonly request: NamedBytes; readonly pages: number }> {
    const { facts, input, recipient, ref, at } = undertaking
    const legal: PlacedScan[] = []
    for (const [i, scan] of input.legal.entries()) {
        const what = i === 0 ? "Legal instrument" : "Further legal document"
        legal.push(...(await placeScans([scan], `legal-${String(i + 1)}`, what)))
    }
    const consent = await placeScans(input.consent ?? [], "consent", "Consent of the account holder")
    const quoted = annexes.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes) }))
    const data = {
        ...requestView(
            facts,
            ref,
            recipient,
            input.officer,
            enclosuresOf(ref, input.officer, quoted, consent.length > 0),
            consent.length > 0,
            undertaking.draft.ledger,
        ),
        ...translationParts(facts, recipient, input.officer, quoted, isTranslated),
        sealed: sealed.map(placed),
        legal: legal.map(placed),
        consent: consent.map(placed),
    }
    const images = new Map([...sealed, ...legal, ...consent].map(({ image, page }) => [image, page]))
    const { bytes, pages } = await composePdf(host, {
        template: requestTemplate(typeIdOf(input.officer)),
        data,
        at,
        ref,
        neutral: true,
        images,
    })
    return { request: { name: requestName(ref), bytes }, pages }
}

const placed = ({ image, alt, caption }: PlacedScan): object => ({ image, alt, caption })

/** Marked images and, for the mail route, the separate mail that carries them. */
async function identityFiles(undertaking: Undertaking, host: Host): Promise<Output[]> {
    const { input, ref, recipient, stem } = undertaking
    const path = (name: string): string => `${identityFolder(stem)}/${name}`
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
