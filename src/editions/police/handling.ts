import { printBeijing } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import { hasKey, wasEntered } from "../../facts/recipients/data-groups.ts"
import { isWalletElsewhere } from "../../facts/recipients/platform.ts"
import { asksPhotos, wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { absentZh } from "../shared/absent-desk.ts"
import { citations } from "../shared/citations.ts"
import { matterZh } from "../shared/matter.ts"
import { shown } from "../shared/print.ts"
import {
    ADDRESS_UNKNOWN,
    BY_ACCOUNT_HOLDER,
    NO_OFFICIAL_PAGE,
    NOT_VERIFIED,
    span,
    verifiedOn,
} from "../shared/routes.words.ts"
import { foreignCount } from "./statement.ts"

/** 办理提示: what the officer reads first. */

const GUIDE_LAW = {
    inquiry: ["inquiry"],
    formalRoute: ["formalRoute"],
    jurisdiction: ["jurisdiction"],
    obtaining: ["obtaining"],
    use: ["inquiryEvidence"],
    property: ["propertyQuery", "freezing"],
    abroad: ["stateOrgans"],
    preserving: ["dataFreezing", "dataFreezingNotice"],
    secrets: ["stateSecrets", "workSecrets"],
    foreign: ["foreignState", "foreignAuthority"],
    answer: ["foreignMaterial", "translation"],
} as const

/** Data of 办理提示. */
export function officerGuideView(facts: Case, recipient: Recipient, laws: Laws): object {
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        phone: shown(facts.reporter.phone),
        happened: happened(facts),
        recipient: recipient.name.zh,
        law: citations(laws, GUIDE_LAW),
        page: recipient.officialPage?.address,
        pageVerified: recipient.officialPage === undefined ? NO_OFFICIAL_PAGE : verification(recipient.officialPage),
        routes: Object.entries(recipient.routes).map(([id, route]) => ({
            name: route.name.zh,
            address: route.address ?? (id === "existing-account" ? BY_ACCOUNT_HOLDER : ADDRESS_UNKNOWN),
            source: route.source,
            verified: verification(route),
        })),
        absent: absentZh(recipient),
        followUp: recipient.followUp?.address,
        translated: wantsTranslation(recipient),
        hasKey: hasKey(facts),
        wasEntered: wasEntered(facts),
        foreign: foreignCount(facts),
        asksPhotos: asksPhotos(recipient),
        hasConsent: !isWalletElsewhere(facts, recipient),
        compiledOn: laws.compiledOn,
    }
}

/** From the first to the last operation that is stated, for the officer to choose a period around. */
function happened({ incident: { firstOperation, lastOperation } }: Case): string {
    const from = printBeijing(firstOperation.at)
    return lastOperation === undefined ? from : span(from, printBeijing(lastOperation.at))
}

function verification(fact: { readonly grade: string; readonly verifiedOn?: string | undefined }): string {
    return `${fact.verifiedOn === undefined ? NOT_VERIFIED : verifiedOn(fact.verifiedOn)}（${fact.grade}）`
}
