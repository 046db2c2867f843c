"""Make resources/docx/base.docx, the package every exported .docx starts from.

python-docx's own template declares ja-JP and compatibility mode 14, and its theme fonts win over
named fonts; so nothing of it is used here but the package writer. What belongs to one issue
(styles, fonts, page, footers, text, properties) is filled in by `bulletin_desktop.export.docx`.

The bytes are the same at every run: `python scripts/make_base_docx.py [TARGET]`.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

TARGET = Path(__file__).parents[1] / "resources" / "docx" / "base.docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
EXTENDED_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

# The compatibility flags Chinese Word writes itself; doNotExpandShiftReturn keeps a forced line of
# a justified paragraph from being stretched.
COMPATIBILITY = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
    "doNotExpandShiftReturn",
    "adjustLineHeightInTable",
    "useFELayout",
)


def declared(*prefixes: str) -> str:
    """Return the namespace declarations of *prefixes*."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def document(odd_footer: str, even_footer: str) -> str:
    """Return the main part without text; the footers are relationship ids.

    Every namespace the writer uses is declared once, here.
    """
    return (
        f'<w:document {declared(*NAMESPACES)} mc:Ignorable="wps"><w:body>'
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd_footer}"/>'
        f'<w:footerReference w:type="even" r:id="{even_footer}"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1475" w:bottom="1984" w:left="1587" w:header="851" w:footer="1446" '
        'w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:linePitch="579"/></w:sectPr>'
        "</w:body></w:document>"
    )


def styles() -> str:
    """Return document defaults and the four styles Word expects; an issue's styles come behind them."""
    fonts = " ".join(f'w:{slot}="仿宋"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:styles {declared('w')}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:kern w:val="0"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def settings() -> str:
    """Return the settings: mirrored footers, no punctuation compression, Word 2013's layout, Chinese."""
    flags = "".join(f"<w:{flag}/>" for flag in COMPATIBILITY)
    return (
        f"<w:settings {declared('w')}>"
        '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{flags}'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def footer() -> str:
    """Return an empty footer; it is filled by the template's folio."""
    return f"<w:ftr {declared('w')}><w:p/></w:ftr>"


def core_properties() -> str:
    """Return empty Dublin Core properties."""
    return (
        f'<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
    )


def app_properties() -> str:
    """Return the application's name; Word reads its version as 16.0."""
    return (
        f'<Properties xmlns="{EXTENDED_PROPERTIES}"><Application>Bulletin Desktop</Application>'
        "<AppVersion>16.0000</AppVersion></Properties>"
    )


def build() -> bytes:
    """Return the package."""
    package = OpcPackage()

    def part(name: str, content_type: str, xml: str) -> Part:
        tree = etree.fromstring(xml)
        blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return Part(PackURI(name), content_type, blob, package)

    main = part("/word/document.xml", CT.WML_DOCUMENT_MAIN, document(odd_footer="rId1", even_footer="rId2"))
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    package.relate_to(
        part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core_properties()), RT.CORE_PROPERTIES
    )
    package.relate_to(
        part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, app_properties()), RT.EXTENDED_PROPERTIES
    )
    for name, content_type, xml, kind in (  # in this order they become rId1, rId2 …
        ("footer1", CT.WML_FOOTER, footer(), RT.FOOTER),
        ("footer2", CT.WML_FOOTER, footer(), RT.FOOTER),
        ("styles", CT.WML_STYLES, styles(), RT.STYLES),
        ("settings", CT.WML_SETTINGS, settings(), RT.SETTINGS),
    ):
        main.relate_to(part(f"/word/{name}.xml", content_type, xml), kind)
    stream = io.BytesIO()
    package.save(stream)
    return undated(stream.getvalue())


def undated(package: bytes) -> bytes:
    """Return the same zip with every member dated 1 January 1980: bytes do not depend on the clock."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name)
            member.create_system = 3  # otherwise Windows and Linux would write different bytes
            # Stored: a deflater of another version or maker would give other bytes.
            target.writestr(member, source.read(name))
    return stream.getvalue()


def main() -> None:
    """Write the base file."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.new")
    temporary.write_bytes(build())
    temporary.replace(target)


if __name__ == "__main__":
    main()
