import type { ExhibitIssues } from "../base/issues/exhibits.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"
import { some } from "./verdict-words.ts"

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

/** Why a picture of another format cannot be shown. */
const UNDECODED = {
    damaged: { "zh-CN": () => "数据不完整或已损坏", en: () => "its data are incomplete or damaged" },
    "too-large": {
        "zh-CN": (most: number, side: number) => `像素超过 ${String(most)} 百万，或者一边超过 ${String(side)}`,
        en: (most: number, side: number) =>
            `has more than ${String(most)} million pixels, or than ${String(side)} on a side`,
    },
    coding: { "zh-CN": () => "所用的编码方式不能显示", en: () => "uses a coding that cannot be shown" },
} as const

/** What is not said of files, and what to do. */
const OPEN: Readonly<
    Record<ExhibitIssues["evidence.description.open"]["gap"], { readonly what: Words; readonly hint: Words }>
> = {
    maker: {
        what: { "zh-CN": "没有写制作人或者制作方法", en: "nothing says who made it or how" },
        hint: { "zh-CN": "例如：本人；手机截图", en: "for example: myself; screenshot" },
    },
    original: {
        what: { "zh-CN": "没有写原始载体及存放处", en: "nothing says where the original is" },
        hint: { "zh-CN": "例如：本人手机，在住处；可在账户内重新导出", en: "for example: my phone, at home" },
    },
    others: {
        what: { "zh-CN": "没有说明是否含他人信息", en: "nothing says whether it has data of others" },
        hint: { "zh-CN": "请打开看一遍，填 是 或者 否", en: "look through it and answer yes or no" },
    },
    foreign: {
        what: { "zh-CN": "没有说明是否含外文", en: "nothing says whether it is in a foreign language" },
        hint: { "zh-CN": "请打开看一遍，填 是 或者 否", en: "look through it and answer yes or no" },
    },
    translation: {
        what: { "zh-CN": "含外文，应当附中文译本", en: "in a foreign language: a Chinese translation has to be added" },
        hint: {
            "zh-CN": "可以请办案民警委托翻译；自己译的写明译者",
            en: "the police may order it; name who translated",
        },
    },
    transcript: {
        what: { "zh-CN": "视听资料，需附文字抄清材料", en: "a recording: a transcript has to be added" },
        hint: {
            "zh-CN": "可以把听到的话逐句写成文字，一并作为证据",
            en: "write down what is said and add it as evidence",
        },
    },
}

export const exhibitIssues: Messages<keyof ExhibitIssues> = {
    "evidence.mask.columns": () => ({
        "zh-CN": {
            message: "“遮盖”表的第一行缺少表头，表中内容没有读取",
            hint: "第一行请写：编号、左、上、宽、高、原因",
        },
        en: {
            message: "the sheet 遮盖 has no headings in its first row and was not read",
            hint: "write 编号, 左, 上, 宽, 高, 原因 into the first row",
        },
    }),
    "evidence.mask.unknown-label": ({ label }) => ({
        "zh-CN": {
            message: label === "" ? "没有写编号，不知道遮盖哪一张图片" : `编号 ${label} 没有登记`,
            hint: "请照抄“证据说明”表中的编号，例如 E003",
        },
        en: {
            message:
                label === "" ? "no label: it is not known which picture to mask" : `label ${label} is not registered`,
            hint: "copy the label from the sheet 证据说明, for example E003",
        },
    }),
    "evidence.mask.number": ({ found }) => ({
        "zh-CN": {
            message: found === "" ? "没有填写数字" : `“${found}”不是像素数`,
            hint: "请填写整数，例如 120；四个数都要填",
        },
        en: {
            message: found === "" ? "no number" : `"${found}" is not a number of pixels`,
            hint: "give a whole number, for example 120; all four are needed",
        },
    }),
    "evidence.mask.empty": () => ({
        "zh-CN": { message: "宽、高为 0，什么也遮不住", hint: "请填写要遮盖处的宽和高，单位是像素" },
        en: { message: "a width or height of 0 masks nothing", hint: "give width and height of the area in pixels" },
    }),
    "evidence.mask.not-picture": ({ label, mediaType }) => ({
        "zh-CN": {
            message: `${label} 是 ${mediaType}，不能遮盖；只有能读出大小的 PNG 和 JPEG 图片可以`,
            hint: "请另存为 PNG 或 JPEG，作为新文件登记后再遮盖",
        },
        en: {
            message: `${label} is ${mediaType} and cannot be masked; only PNG and JPEG pictures of known size can`,
            hint: "save it as PNG or JPEG and register that as a new file",
        },
    }),
    "evidence.mask.outside": ({ label, widthPx, heightPx }) => ({
        "zh-CN": {
            message: `遮盖位置超出了图片：${label} 宽 ${String(widthPx)}、高 ${String(heightPx)} 像素`,
            hint: "请在原图上重新量取；“左”加“宽”、“上”加“高”不能超过图片的宽和高",
        },
        en: {
            message: `the area reaches beyond the picture: ${label} is ${String(widthPx)} by ${String(heightPx)} pixels`,
            hint: "measure again in the original picture",
        },
    }),
    "evidence.mask.reason-missing": ({ label }) => ({
        "zh-CN": { message: `${label} 的这一处遮盖没有写原因`, hint: "例如：他人姓名、收款码；不要写出被遮住的内容" },
        en: {
            message: `no reason is given for this masked area of ${label}`,
            hint: "say what it hides, for example another person's name, without the hidden words themselves",
        },
    }),
    "evidence.mask.other-size": ({ label }) => ({
        "zh-CN": {
            message: `${label} 图片中写的大小与实际不同，没有生成遮盖件`,
            hint: "请用看图软件打开后另存为 PNG，作为新文件登记后再遮盖",
        },
        en: {
            message: `the size that ${label} states is not its real one; no masked copy was made`,
            hint: "save it as PNG with a picture viewer and register that as a new file",
        },
    }),
    "evidence.picture.damaged": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）的图片数据已损坏，汇编中不能显示；文件仍原样交民警`,
            hint: "请用看图软件打开看看；打不开或有灰块的，请从原来的设备用数据线重新拷贝，放入后再登记",
        },
        en: {
            message: `the data of ${label} (${file}) are damaged; it cannot be shown in the book, but is handed over as it is`,
            hint: "open it with a viewer; if it does not open or has grey parts, copy it again from the device by cable and register that",
        },
    }),
    "evidence.picture.cut-off": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）不完整，后面的部分没有传完，汇编中不能显示；文件仍原样交民警`,
            hint: "请从原来的设备用数据线重新拷贝（等传完再取出），放入后再登记",
        },
        en: {
            message: `${label} (${file}) is not complete, its end is missing; it cannot be shown in the book, but is handed over as it is`,
            hint: "copy it again from the device by cable, wait until it is through, and register that",
        },
    }),
    "evidence.picture.blank": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）印在白纸上几乎是空白（透明的底上写浅色字，或者整幅一个颜色），汇编中看不出内容；文件仍原样交民警`,
            hint: "请用看图软件在深色的底上打开；有内容的，截一张图一并登记",
        },
        en: {
            message: `${label} (${file}) is next to blank on white paper (light letters on a transparent ground, or one colour all over), so that the book shows nothing of it; the file is handed over as it is`,
            hint: "open it with a viewer on a dark ground; if there is something to see, take a screenshot and register that as well",
        },
    }),
    "evidence.picture.first": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）里有不止一幅画面（多页或者动图），汇编中只显示第一幅；文件仍原样交民警`,
            hint: "其余各页也要看的，请另存为单独的图片一并登记",
        },
        en: {
            message: `${label} (${file}) holds more than one picture (pages, or an animation); the book shows the first alone, and the file is handed over as it is`,
            hint: "if the others matter, save them as pictures of their own and register those as well",
        },
    }),
    "evidence.picture.too-large": ({ label, file, megapixels, most, widthPx, heightPx, side }) => ({
        "zh-CN": {
            message: `${label}（${file}）有 ${String(megapixels)} 百万像素（${String(widthPx)}×${String(heightPx)}），超过 ${String(most)} 百万，或者一边超过 ${String(side)}，汇编中不能显示；文件仍原样交民警`,
            hint: "请用看图软件打开看看；能打开的，可另存一份较小的 PNG 或 JPEG 一并登记",
        },
        en: {
            message: `${label} (${file}) has ${String(megapixels)} million pixels (${String(widthPx)}×${String(heightPx)}), more than ${String(most)} million, or than ${String(side)} on a side; it cannot be shown in the book, but is handed over as it is`,
            hint: "open it with a viewer; if that works, save a smaller PNG or JPEG and register that as well",
        },
    }),
    "evidence.picture.undecoded": ({ label, file, format, fault, most, side }) => ({
        "zh-CN": {
            message: `${label}（${file}）是 ${format} 图片，${UNDECODED[fault]["zh-CN"](most, side)}，汇编中不能显示；文件仍原样交民警`,
            hint: "请用看图软件打开看看；能打开的，另存一份 PNG 或 JPEG 一并登记；打不开的，请从原来的设备用数据线重新拷贝",
        },
        en: {
            message: `${label} (${file}) is a ${format} picture and ${UNDECODED[fault].en(most, side)}; it cannot be shown in the book, but is handed over as it is`,
            hint: "open it with a viewer; if that works, save a PNG or JPEG and register that as well; if not, copy it again from the device by cable",
        },
    }),
    "evidence.description.recipient-unmasked": ({ cell, label }) => ({
        "zh-CN": {
            message: `${cell}：${label} 含他人信息，又选了给境外收件方，但没有遮盖`,
            hint: "请在“遮盖”表中写明要涂黑的位置，或改为“只给民警”；其实不含的，在“是否含他人信息”中填“否”",
        },
        en: {
            message: `${cell}: ${label} holds other people's data and is released to the recipient, but nothing is masked`,
            hint: "give the areas to black out in the sheet 遮盖, or share it with the police only; if there is no such data, answer 否",
        },
    }),
    "evidence.description.foreign": ({ cell }) => ({
        "zh-CN": { message: `${cell} 只能填“是”或“否”`, hint: "请从下拉列表中选择；没有外文的可以不填" },
        en: {
            message: `${cell} takes 是 or 否 only`,
            hint: "choose from the list; leave it empty where there is no foreign language",
        },
    }),
    "evidence.description.printed": ({ cell }) => ({
        "zh-CN": { message: `${cell} 只能填“是”或“否”`, hint: "请从下拉列表中选择；不填就是印" },
        en: {
            message: `${cell} takes 是 or 否 only`,
            hint: "choose from the list; leave it empty for a picture that is to be printed",
        },
    }),
    "evidence.description.translation-missing": ({ label }) => ({
        "zh-CN": {
            message: `${label} 含外文，还没有中文说明`,
            hint: "请写出其中外文的中文意思；外文证据应当附中文译本（刑诉法解释第七十八条）",
        },
        en: {
            message: `${label} holds a foreign language and has no Chinese description`,
            hint: "say in Chinese what the foreign words mean; evidence in a foreign language needs a Chinese translation",
        },
    }),
    "evidence.description.open": ({ gap, labels }) => {
        const { what, hint } = OPEN[gap]
        return {
            "zh-CN": {
                message: `${some(labels)["zh-CN"]}：${what["zh-CN"]}，清单里会这样写给民警`,
                hint: hint["zh-CN"],
            },
            en: { message: `${some(labels).en}: ${what.en}; the list tells the police so`, hint: hint.en },
        }
    },
    "request.exhibit.twice": ({ label }) => ({
        "zh-CN": { message: `${label} 选了两次`, hint: "请删去一行" },
        en: { message: `${label} is chosen twice`, hint: "remove one line" },
    }),
    "request.size.select": ({ bytes, mails, mailBytes }) => ({
        "zh-CN": {
            message: `对外文件共 ${megabytes(bytes)} MB，要分 ${String(mails)} 封邮件（每封附件以 ${megabytes(mailBytes)} MB 计）`,
            hint: `请先挑选，不要分 ${String(mails)} 封发送：报案人在“给谁看”中、民警在“对外截图”中只留最要紧的几张`,
        },
        en: {
            message: `the files to send are ${megabytes(bytes)} MB together and need ${String(mails)} mails of ${megabytes(mailBytes)} MB of attachments`,
            hint: `select first, do not send ${String(mails)} mails: the victim in 给谁看, the officer in exhibits`,
        },
    }),
    "request.size.over-mail": ({ bytes, mailBytes }) => ({
        "zh-CN": {
            message: `对外文件共 ${megabytes(bytes)} MB，一封邮件的附件以 ${megabytes(mailBytes)} MB 计，可能被退回`,
            hint: "请减少图片，或改由门户上传",
        },
        en: {
            message: `the files to send are ${megabytes(bytes)} MB together; a mail with more than ${megabytes(mailBytes)} MB of attachments may be returned`,
            hint: "send fewer pictures, or upload to the portal",
        },
    }),
}
