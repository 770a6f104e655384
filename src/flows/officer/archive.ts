import { type NamedBytes, utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host, Signer } from "../../base/host.ts"
import { checklistView } from "../../editions/officer/checklist.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { type LayerFile, planPacket, type SentFile } from "../../packet/assemble/plan.ts"
import { composePdf } from "../print/compose.ts"
import { scanEnding } from "./papers.ts"
import { checklistName, LETTER_NAME, type PreparedFolder } from "./prepared-record.ts"
import type { Submission } from "./submit.ts"
import type { Undertaking } from "./undertake.ts"

/** The archive: the draft unchanged, the officer's layer, and the record of what was sent. */
export async function makeArchive(
    undertaking: Undertaking,
    host: Host,
    prepared: PreparedFolder,
    sealed: readonly NamedBytes[],
    submission: Submission,
    zip: SentFile,
    signer: Signer | undefined,
): Promise<Packet> {
    const { draft, input, ref, at, recipient } = undertaking
    const sheet = await composePdf(host, {
        template: "zh-CN/checklist",
        data: checklistView(draft.loaded.case, ref, recipient, submission.checklist, input.officer),
        at,
        ref,
        neutral: false,
    })
    const letter = prepared.get(LETTER_NAME)
    const sent = submission.send.map(
        ({ name, bytes }): SentFile => ({ path: name, size: bytes.length, sha256: sha256Hex(bytes) }),
    )
    const files = [
        packed("request.json", utf8(printJson(input.data)), "request"),
        packed("documents/checklist.pdf", sheet.bytes, "document", checklistName(recipient)),
        ...sealed.map((scan, i) =>
            packedScan(
                `documents/sealed-letter${sealed.length === 1 ? "" : `-${String(i + 1)}`}`,
                scan,
                "sealed-letter",
            ),
        ),
        ...(letter === undefined ? [] : [packed("documents/request-letter.pdf", letter, "document", LETTER_NAME)]),
        ...input.legal.map((scan, i) =>
            packedScan(`legal/L${String(i + 1).padStart(2, "0")}`, scan, "legal-instrument"),
        ),
        ...submission.send.flatMap(({ name, bytes }) =>
            /^0\d-/.test(name)
                ? [packed(`sent/${name}`, bytes, "sent")]
                : name === "正文.txt"
                  ? [packed("sent/mail-body.txt", bytes, "sent", name)]
                  : [],
        ),
    ]
    return planPacket({
        kind: "archive",
        ref,
        top: `${ref}-archive`,
        createdAt: at,
        tool: host.tool,
        files,
        prior: draft.files,
        sent: [zip, ...sent],
        setAside: input.officer.factsNotUsed ?? [],
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
}

/** A scan as it was handed in, under a name that says what it is. */
function packedScan(stem: string, { name, bytes }: NamedBytes, role: string): LayerFile {
    return packed(`${stem}.${scanEnding(bytes) ?? "pdf"}`, bytes, role, name)
}
