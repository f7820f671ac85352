use rust_xlsxwriter::{Format, Formula, Workbook};

use super::*;

fn cells(sheet: &WrittenSheet) -> Vec<WrittenCell<'_>> {
    sheet.cells().collect::<Result<_, _>>().expect("sound")
}

#[test]
fn every_kind_of_cell_that_our_writer_writes_is_read_back_without_stored_results() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Płace – Ludka's “A1”").expect("a name");
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(0, 0, "Łączna kwota\n„brutto” <&> ", &bold).expect("written");
    sheet.write_blank(0, 1, &bold).expect("written");
    sheet.write_number(1, 27, 0.1).expect("written");
    sheet.write_boolean(2, 0, true).expect("written");
    let formula = Formula::new("IF('Dane – b''c'!A1<>\"\",\"a \"\"b\"\" & <c>\",AB2)").set_result("999");
    sheet.write_formula(1_048_575, 16_383, formula).expect("written");
    sheet.write_formula(3, 0, Formula::new("\"\"&A1").set_result("")).expect("written");
    book.add_worksheet()
        .set_name("Dane – b'c")
        .expect("a name")
        .write_string(0, 0, "a_x0042_c_x1")
        .expect("written");
    book.add_worksheet().set_name("Pusty").expect("a name");

    let bytes = book.save_to_buffer().expect("a workbook");
    let read = read(&bytes).expect("sound");
    let names: Vec<&str> = read.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Płace – Ludka's “A1”", "Dane – b'c", "Pusty"]);
    assert_eq!(read.texts, ["Łączna kwota\n„brutto” <&> ", "a_x0042_c_x1"]);
    let long = "IF('Dane – b''c'!A1<>\"\",\"a \"\"b\"\" & <c>\",AB2)";
    let expected = [
        ((0, 0), Held::Text(0)),
        ((1, 27), Held::Number(0.1)),
        ((2, 0), Held::Bool(true)),
        ((3, 0), Held::Formula("\"\"&A1".into())),
        ((1_048_575, 16_383), Held::Formula(long.into())),
    ];
    assert_eq!(cells(&read.sheets[0]), expected);
    assert_eq!(cells(&read.sheets[1]), [((0, 0), Held::Text(1))]);
    assert_eq!(cells(&read.sheets[2]), []);
}

#[test]
fn what_our_writer_does_not_write_is_an_error_and_is_never_skipped() {
    let strange = [
        r#"<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1"><f ca="1"/></c></row>"#,
        r#"<row r="1"><c r="A1" cm="1"><f>B1</f><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>"#,
        r#"<row r="1"><c r="A1" t="str"><v>a</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>1e400</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>dwa</v></c></row>"#,
        r#"<row r="1"><c r="A1"><f>&nieznane;</f></c></row>"#,
        r#"<row r="1"><c r="A1"><f>B1<!-- --></f>1</c></row>"#,
        r#"<row r="1"><c><f>B1</f></c></row>"#,
        r#"<row r="1"><c r="A1"><f>B1</f></c><c r="A1"><v>2</v></c></row>"#,
        r#"<row r="2"><c r="A2"><f>B1</f></c></row><row r="1"><c r="A1"><v>2</v></c></row>"#,
        r"<extLst/>",
        r#"<c2 r="A1"><f>B1</f></c2>"#,
        "1",
        r#"<row r="1"><c r="A1"><v>1</v>"#,
    ];
    for inner in strange {
        let xml = format!("<worksheet><sheetData>{inner}</sheetData></worksheet>");
        let sheet = WrittenSheet { name: "Kwoty".into(), xml };
        let read: Result<Vec<_>, _> = sheet.cells().collect();
        assert!(matches!(read, Err(Unread::Unexpected { .. })), "{inner}: {read:?}");
    }
    for xml in ["", "<worksheet></worksheet>", "<worksheet><sheetData>"] {
        let sheet = WrittenSheet { name: "Kwoty".into(), xml: xml.into() };
        assert!(sheet.cells().any(|cell| cell.is_err()), "{xml}");
    }
}

#[test]
fn a_list_of_texts_with_more_than_texts_in_it_is_an_error() {
    assert_eq!(texts("<sst><si><t/></si><si><t>a</t></si></sst>"), Ok(vec![String::new(), "a".into()]));
    for strange in
        ["<sst><si><r><t>a</t></r></si></sst>", "<sst><si><rPh sb=\"0\"/></si></sst>", "<sst><si><t>"]
    {
        assert!(texts(strange).is_err(), "{strange}");
    }
}

#[test]
fn bytes_that_are_no_workbook_are_an_error() {
    assert!(matches!(read(b"PK\x03\x04"), Err(Unread::Broken(Trouble::Damaged(_)))));
}
