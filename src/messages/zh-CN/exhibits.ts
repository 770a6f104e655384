import type { ExhibitIssues } from "../../base/issues/exhibits.ts"
import type { Messages } from "../message.ts"

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

export const exhibitIssues: Messages<ExhibitIssues> = {
    "evidence.mask.columns": () => ({
        message: "“遮盖”表的第一行缺少表头，表中内容没有读取",
        hint: "第一行请写：编号、左、上、宽、高、原因",
    }),
    "evidence.mask.unknown-label": ({ label }) => ({
        message: label === "" ? "没有写编号，不知道遮盖哪一张图片" : `编号 ${label} 没有登记`,
        hint: "请照抄“证据说明”表中的编号，例如 E003",
    }),
    "evidence.mask.number": ({ found }) => ({
        message: found === "" ? "没有填写数字" : `“${found}”不是像素数`,
        hint: "请填写整数，例如 120；四个数都要填",
    }),
    "evidence.mask.empty": () => ({ message: "宽、高为 0，什么也遮不住", hint: "请填写要遮盖处的宽和高，单位是像素" }),
    "evidence.mask.not-picture": ({ label, mediaType }) => ({
        message: `${label} 是 ${mediaType}，不能遮盖；只有能读出大小的 PNG 和 JPEG 图片可以`,
        hint: "请另存为 PNG 或 JPEG，作为新文件登记后再遮盖",
    }),
    "evidence.mask.outside": ({ label, widthPx, heightPx }) => ({
        message: `遮盖位置超出了图片：${label} 宽 ${String(widthPx)}、高 ${String(heightPx)} 像素`,
        hint: "请在原图上重新量取；“左”加“宽”、“上”加“高”不能超过图片的宽和高",
    }),
    "evidence.mask.reason-missing": ({ label }) => ({
        message: `${label} 的这一处遮盖没有写原因`,
        hint: "例如：他人姓名、收款码；不要写出被遮住的内容",
    }),
    "evidence.mask.other-size": ({ label }) => ({
        message: `${label} 图片中写的大小与实际不同，没有生成遮盖件`,
        hint: "请用看图软件打开后另存为 PNG，作为新文件登记后再遮盖",
    }),
    "evidence.description.recipient-unmasked": ({ cell, label }) => ({
        message: `${cell}：${label} 含他人信息，又选了给境外收件方，但没有遮盖`,
        hint: "请在“遮盖”表中写明要涂黑的位置，或改为“只给民警”；其实不含的，在“是否含他人信息”中填“否”",
    }),
    "evidence.description.foreign": ({ cell }) => ({
        message: `${cell} 只能填“是”或“否”`,
        hint: "请从下拉列表中选择；没有外文的可以不填",
    }),
    "evidence.description.translation-missing": ({ label }) => ({
        message: `${label} 含外文，还没有中文说明`,
        hint: "请写出其中外文的中文意思；外文证据应当附中文译本（刑诉法解释第七十八条）",
    }),
    "request.exhibit.twice": ({ label }) => ({ message: `${label} 选了两次`, hint: "请删去一行" }),
    "request.size.select": ({ bytes, mails, mailBytes }) => ({
        message: `对外文件共 ${megabytes(bytes)} MB，要分 ${String(mails)} 封邮件（每封附件以 ${megabytes(mailBytes)} MB 计）`,
        hint: `请先挑选，不要分 ${String(mails)} 封发送：报案人在“给谁看”中、民警在“对外截图”中只留最要紧的几张`,
    }),
    "request.size.over-mail": ({ bytes, mailBytes }) => ({
        message: `对外文件共 ${megabytes(bytes)} MB，一封邮件的附件以 ${megabytes(mailBytes)} MB 计，可能被退回`,
        hint: "请减少图片，或改由门户上传",
    }),
}
