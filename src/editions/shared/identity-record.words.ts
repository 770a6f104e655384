/** Words for what the archive says of identity images. */

export const NOT_ASKED = "所选渠道不查验证件照片，本次未制作、未对外提供证件图像。"
export const NOT_YET = "渠道或邮箱尚未确认，本次未制作、未对外提供证件图像。"
export const NOT_APPROVED = "证件图像对外提供的批准或者出境安全评估没有齐备，本次未制作、未对外提供证件图像。"
export const BY_LETTER = "收件方同意以单位公函代替证件照片，本次未制作、未对外提供证件图像。"

export const byMail = (address: string): string => `以单独的邮件发至 ${address}`
export const BY_PORTAL = "在注册门户账号时上传"

export interface ReadyImages {
    readonly at: string
    readonly names: readonly string[]
    readonly receivers: string
    /** {@link byMail} or {@link BY_PORTAL}. */
    readonly way: string
}

export const readyImages = ({ at, names, receivers, way }: ReadyImages): string =>
    `${at}备好证件图像 ${String(names.length)} 份（${names.join("、")}），供 ${receivers} 核验民警身份，${way}。图像另放，发送后删除；本包不含图像，也不记录其校验值。`
