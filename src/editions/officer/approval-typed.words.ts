import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"

/** Words of 报请要点 for kinds of requests beside disclosure. */

type Typed = Exclude<RequestTypeId, "disclosure">

/** What is to be decided. */
export const DECISION: Readonly<Record<Typed, (recipient: string, instrument: string) => string>> = {
    preservation: (recipient) =>
        `是否以函请求${recipient}保全有关账户的电子数据。以函保全，现行法律未见明文，批准权限和立案前能否提出，请法制部门把握；改为冻结电子数据的，另行报请。请求保全的数据：`,
    "data-freeze": (recipient, instrument) =>
        `是否请求${recipient}协助冻结电子数据。由县级以上公安机关负责人批准，制作${instrument}；立案前能否提出，请法制部门把握。请求冻结的数据：`,
    freeze: (recipient, instrument) =>
        `是否请求${recipient}协助冻结下列账户的资产。须已立案，由县级以上公安机关负责人批准，制作${instrument}，写明账户名称、账户号码、冻结数额、期限、范围以及是否及于孳息：`,
    "follow-up": (recipient, instrument) =>
        `是否就新查明的标识，补充向${recipient}调取账户电子数据。由办案部门负责人批准，凭${instrument}。补充请求的数据：`,
    emergency: (recipient, instrument) =>
        `是否以紧急请求向${recipient}调取账户电子数据。须有人的生命正受到威胁；由办案部门负责人批准，开具${instrument}。请求的数据：`,
}
/** What the request does not ask. */
export const ONLY: Readonly<Record<Typed, string>> = {
    preservation: "本次只请求保全数据，不请求提供数据，不请求冻结财产。",
    "data-freeze": "本次只请求冻结电子数据，不请求提供数据，不请求冻结财产。",
    freeze: "本次只请求冻结资产，不请求提供数据，不请求划转或者返还。",
    "follow-up": "本次只补充标识、请求提供有关数据，不请求冻结。",
    emergency: "本次只请求提供数据，不请求冻结。危险解除的，告知对方并改按一般请求办理。",
}
export const UNCHECKED = "未核对"
export const deskSays = (rule: string): string => `收件方的规定：${rule}`
