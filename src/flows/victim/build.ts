import { utf8 } from "../../base/bytes.ts"
import type { Host, Signer } from "../../base/host.ts"
import type { Issue } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { memorySource } from "../../base/source.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { withheldLabels } from "../../facts/evidence/descriptions.ts"
import { printLock } from "../../facts/evidence/lock.ts"
import { countFiles } from "../../packet/assemble/packet.ts"
import type { ZipPacket, ZippedPacket } from "../../packet/assemble/zip.ts"
import type { OutputSize } from "../../typeset/mail/budget.ts"
import { blankForms } from "./blank-forms.ts"
import type { CheckedCase } from "./check.ts"
import { consentPapers } from "./consent.ts"
import { handoverSheet } from "./handover.ts"
import { keptDocuments } from "./kept.ts"
import { BLANK_FOLDER, draftName, HANDOVER_NAME, KEPT_FOLDER, PACKET_FOLDER, POLICE_FOLDER } from "./names.ts"
import { planDraft } from "./plan-draft.ts"
import { recordOutputs } from "./remember.ts"

/** The victim's half: case folder -> draft packet and what is handed over with it. */

/** What `build` makes. */
export interface Draft {
    /** The packet first; then what goes to the police, and what stays with the reporter. */
    readonly outputs: readonly Output[]
    /** Of the case folder: the record of intake, where it does not say yet what is shown to nobody. */
    readonly remembered: readonly Output[]
    readonly packet: ZippedPacket
    /** 核对码: eight groups of four. */
    readonly checkCode: string
    /** Pictures that the victim released to the recipient, as they would go out. */
    readonly released: OutputSize
    /** What the documents could not show and `check` could not see, as warnings. */
    readonly issues: readonly Issue[]
}

/** Builds the draft of a case that `checkCase` found free of errors. */
export async function buildDraft(
    checked: CheckedCase & { readonly loaded: LoadedCase },
    host: Host,
    signer: Signer | undefined,
    zip: ZipPacket,
): Promise<Draft> {
    const { loaded } = checked
    const { packet, items, loose, released, printable, sources, issues } = await planDraft(checked, host, signer)
    const fileName = draftName(loaded.case.ref)
    const zipped = await zip(packet, fileName)
    const { checkCode } = packet
    const { sizeBytes, sha256 } = zipped
    const handedOver = {
        ...{ fileName, sizeBytes, sha256, checkCode, count: countFiles(packet) },
        ...(signer === undefined ? {} : { signingKey: signer.fingerprint }),
    }
    const sheet = await handoverSheet(loaded, items, host, handedOver)
    const kept = await keptDocuments(loaded, host, handedOver)
    const consent = await consentPapers(loaded, host)
    const blanks = await blankForms(loaded, printable, sources, host)
    const police = [
        { name: HANDOVER_NAME, source: memorySource(sheet) },
        ...loose,
        ...consent.map(({ name, bytes }) => ({ name, source: memorySource(bytes) })),
        ...blanks.map(({ name, bytes }) => ({ name: `${BLANK_FOLDER}/${name}`, source: memorySource(bytes) })),
    ]
    return {
        outputs: [
            zipped,
            ...police.map(({ name, source }) => output("police", `${POLICE_FOLDER}/${name}`, source)),
            { ...zipped, path: `${POLICE_FOLDER}/${PACKET_FOLDER}/${fileName}` },
            ...kept.map(({ name, bytes }) => output("kept", `${KEPT_FOLDER}/${name}`, bytes)),
        ],
        remembered: recordOutputs(checked.lock, withheldLabels(checked.items), utf8(printLock(checked.lock))),
        packet: zipped,
        checkCode,
        released,
        issues,
    }
}
