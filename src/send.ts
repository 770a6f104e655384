import { utf8 } from "./base/bytes.ts"
import { sha256Hex } from "./base/digest.ts"
import type { Host, Signer } from "./base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "./base/issue.ts"
import { XLSX } from "./build.ts"
import { checklistOf, missingPhotos, type NamedBytes, packed, scanIssues, type Undertaking } from "./complete.ts"
import { composePdf } from "./compose.ts"
import { conclusionZh, numbersZh } from "./editions/checklist.ts"
import { channelQuestion, identityMail, type MailText, requestMail } from "./editions/mail.ts"
import { NOT_PROVIDED_EN } from "./editions/print.ts"
import { type Enclosure, requestView } from "./editions/recipient.ts"
import { stripMetadata } from "./evidence/strip.ts"
import type { ImageInput } from "./layout/placed.ts"
import { writeEml } from "./mail/eml.ts"
import type { Packet } from "./packet/packet.ts"
import { planPacket } from "./packet/plan.ts"
import { foreignPages } from "./pdf/foreign.ts"
import { checkPrepared, type PreparedFolder, requestName } from "./prepared.ts"
import { type Checklist, wantsIdentityImages } from "./request/checklist.ts"
import { printEnglishDate } from "./text/time.ts"

/** The officer's half, second step: sealed scan -> what leaves, the identity folder, and the archive. */

export interface Submission {
    readonly packet: Packet
    readonly send: readonly NamedBytes[]
    /** Absent when images must not go yet, or the route does not ask for them. */
    readonly identity: readonly NamedBytes[] | undefined
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    readonly issues: readonly Issue[]
}

/** Makes everything that leaves. Throws `PacketError` when a condition that stops sending is open. */
export async function makeSubmission(
    undertaking: Undertaking,
    host: Host,
    prepared: PreparedFolder,
    sealed: NamedBytes,
    signer: Signer | undefined,
): Promise<Submission> {
    const { draft, input, recipient, ref, at } = undertaking
    const { officer } = input
    const facts = draft.loaded.case
    const annexes = checkPrepared(undertaking, prepared)
    const checklist = checklistOf(undertaking, true)
    const issues: Issue[] = [
        ...undertaking.issues,
        ...scanIssues([sealed]),
        ...missingPhotos(undertaking, true),
        ...openItems(undertaking, checklist),
    ]
    if (hasErrors(issues) || checklist.conclusion === "stop") throw new PacketError(issues)
    if (checklist.conclusion === "ask-channel")
        issues.push(issue("request.channel.unconfirmed", [input.file], {}, "warning"))
    const request = await makeRequest(undertaking, host, sealed, annexes)
    const files = [request, ...annexes]
    const packet = await planPacket({
        kind: "submission",
        ref,
        top: `${ref}-submission`,
        createdAt: at,
        files: files.map(({ name, bytes }) =>
            packed(name, bytes, name.startsWith("01-") ? "request" : "annex", name.endsWith(".xlsx") ? XLSX : PDF),
        ),
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
    const mayIdentify = checklist.conclusion === "send" && wantsIdentityImages(recipient, officer)
    const state = !wantsIdentityImages(recipient, officer)
        ? "not-needed"
        : mayIdentify && officer.route === "email"
          ? "separate-mail"
          : "on-confirmation"
    const mail = requestMail(
        facts,
        ref,
        recipient,
        officer,
        files.map(({ name }) => name),
        state,
    )
    const send: NamedBytes[] = [...files, ...mailFiles(undertaking, mail, files)]
    if (checklist.conclusion === "ask-channel") send.push({ name: "询问渠道.txt", bytes: questionText(undertaking) })
    const identity = mayIdentify ? identityFiles(undertaking) : undefined
    return {
        packet,
        send,
        identity,
        checklist,
        numbers: numbersZh(checklist),
        conclusion: conclusionZh(checklist),
        issues,
    }
}

export const PDF = "application/pdf"

/** Leaves and stopping conditions that are open, each as its own error. */
function openItems(undertaking: Undertaking, checklist: Checklist): Issue[] {
    const { file } = undertaking.input
    const stopping = checklist.conditions.filter(
        ({ id, met }) => !met && ["sealed-letter", "legal-instrument", "approval"].includes(id),
    )
    const issues = stopping.map(({ id, lacking }) =>
        issue("request.condition.open", [file], { condition: id, lacking: lacking.join(",") }),
    )
    for (const item of checklist.items)
        for (const leaf of item.leaves)
            if (leaf.state === "missing" && leaf.kind !== "photo")
                issues.push(
                    issue("request.leaf.missing", [file, ...(leaf.blankFields[0]?.split(".") ?? [])], {
                        item: item.label,
                        leaf: leaf.label,
                        fields: leaf.blankFields.join("、"),
                    }),
                )
    return issues
}

/** 01-Request: English page, sealed letter, legal instrument, schedules, laid out as one document. */
async function makeRequest(
    undertaking: Undertaking,
    host: Host,
    sealed: NamedBytes,
    annexes: readonly NamedBytes[],
): Promise<NamedBytes> {
    const { draft, input, recipient, ref, at } = undertaking
    const images = new Map<string, ImageInput>()
    const placeScan = async (scan: NamedBytes, key: string, what: string): Promise<object[]> => {
        const pages = await foreignPages(scan.bytes, scan.name)
        return pages.map((page, i) => {
            const image = `${key}-${String(i + 1)}`
            images.set(image, page)
            const caption = `${what}, page ${String(i + 1)} of ${String(pages.length)}`
            return { image, alt: `Scan of the ${caption}`, caption }
        })
    }
    const sealedPages = await placeScan(sealed, "sealed", "sealed letter in Chinese")
    const legalPages: object[] = []
    for (const [i, scan] of input.legal.entries())
        legalPages.push(...(await placeScan(scan, `legal-${String(i + 1)}`, legalGloss(undertaking))))
    const name = requestName(ref)
    const enclosures: Enclosure[] = [
        { name, what: "This request with the sealed letter, the legal instrument and Schedules A to C" },
        ...annexes.map((annex) => ({
            name: annex.name,
            what: annex.name.startsWith("02-") ? "Identifiers as text cells" : "Exhibits",
            sha256: sha256Hex(annex.bytes),
        })),
    ]
    const data = {
        ...requestView(draft.loaded.case, ref, recipient, input.officer, enclosures),
        sealed: sealedPages,
        legal: legalPages,
    }
    const { bytes } = await composePdf(host, { template: "en/request", data, at, ref, neutral: true, images })
    return { name, bytes }
}

/** English gloss of the instrument: what it is, by whom, what it requires. */
function legalGloss({ input }: Undertaking): string {
    const { nameEn, number, date } = input.officer.instrument ?? {}
    const issuer = input.officer.agency?.nameEn ?? NOT_PROVIDED_EN
    const on = date === undefined ? NOT_PROVIDED_EN : printEnglishDate(date)
    return `${nameEn ?? NOT_PROVIDED_EN} No. ${number ?? NOT_PROVIDED_EN} of ${on}, issued by ${issuer}; it requires the records described in this request`
}

/** `.eml`, and the same for web mail: 正文.txt and 收件人和主题.txt. */
function mailFiles(undertaking: Undertaking, mail: MailText, files: readonly NamedBytes[]): NamedBytes[] {
    const { recipient, ref, input } = undertaking
    const address = recipient.routes.email?.address
    const route = recipient.routes[input.officer.route]
    const lines = [
        `收件人：${input.officer.route === "email" ? (address ?? "") : `（${route?.name.zh ?? ""}${route?.address === undefined ? "" : ` ${route.address}`}）`}`,
        `主题：${mail.subject}`,
        `附件：${files.map(({ name }) => name).join("、")}`,
    ]
    const text: NamedBytes[] = [
        { name: "正文.txt", bytes: utf8(windowsText(mail.body)) },
        { name: "收件人和主题.txt", bytes: utf8(windowsText(`${lines.join("\n")}\n`)) },
    ]
    if (address === undefined) return text
    const attachments = files.map(({ name, bytes }) => ({
        name,
        mediaType: name.endsWith(".xlsx") ? XLSX : PDF,
        bytes,
    }))
    return [
        {
            name: `${ref}.eml`,
            bytes: writeEml({ to: [address], subject: mail.subject, body: mail.body, attachments }, [`${ref}.eml`]),
        },
        ...text,
    ]
}

/** BOM and CRLF, so that the editor of an old Windows shows Chinese and lines. */
function windowsText(text: string): string {
    return `\uFEFF${text.replace(/\n/g, "\r\n")}`
}

function questionText(undertaking: Undertaking): Uint8Array {
    const { recipient, ref } = undertaking
    const question = channelQuestion(recipient, ref)
    return utf8(
        windowsText(`收件人：${recipient.routes.email?.address ?? ""}\n主题：${question.subject}\n\n${question.body}`),
    )
}

/** Images without metadata and, for the mail route, the separate mail that carries them. */
function identityFiles(undertaking: Undertaking): NamedBytes[] {
    const { input, ref, recipient } = undertaking
    const images = [...input.photos].map(([role, photo]) => {
        const stripped = stripMetadata(photo.bytes, [photo.name])
        const isPng = stripped.bytes[0] === 0x89
        return {
            name: `${ref}-id-${role}.${isPng ? "png" : "jpg"}`,
            mediaType: isPng ? "image/png" : "image/jpeg",
            bytes: stripped.bytes,
        }
    })
    const address = recipient.routes.email?.address
    const files: NamedBytes[] = images.map(({ name, bytes }) => ({ name, bytes }))
    if (input.officer.route !== "email" || address === undefined) return files
    const mail = identityMail(ref, input.officer)
    return [
        ...files,
        {
            name: `${ref}-identity.eml`,
            bytes: writeEml({ to: [address], subject: mail.subject, body: mail.body, attachments: images }, [
                `${ref}-identity.eml`,
            ]),
        },
    ]
}
