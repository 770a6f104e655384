import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { rfc3339 } from "../../base/text/time.ts"
import { consentView } from "../../editions/victim/consent.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { loadDeskOfCase } from "../../facts/recipients/desk-of-case.ts"
import { isWalletElsewhere } from "../../facts/recipients/platform.ts"
import { composeDocx, composePdf } from "../print/compose.ts"
import { CONSENT_NAME } from "./names.ts"

/**
 * 知情同意与授权, to print and sign and to go on writing in. It lies beside the packet and bears no line that calls it an
 * annex: its scan goes to the desk. None for a wallet whose keys its owner has.
 */
export async function consentPapers({ case: facts }: LoadedCase, host: Host): Promise<readonly NamedBytes[]> {
    const recipient = loadDeskOfCase(host, facts)
    if (isWalletElsewhere(facts, recipient)) return []
    const at = rfc3339(facts.preparedAt) ?? ""
    const paper = { template: "zh-CN/consent", data: consentView(facts, recipient), at, ref: facts.ref }
    const { bytes } = await composePdf(host, { ...paper, neutral: false })
    return [
        { name: `${CONSENT_NAME}.pdf`, bytes },
        { name: `${CONSENT_NAME}.docx`, bytes: composeDocx(host, paper) },
    ]
}
