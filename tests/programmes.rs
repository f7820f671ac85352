//! Every edition compiled in loads, and its id is its folder's name.

use rozlicz::programme::Catalogue;

#[test]
fn every_edition_compiled_in_loads() {
    let catalogue = Catalogue::built_in();
    assert_eq!(catalogue.ids().len(), 7);
    let refused = catalogue.check_all();
    let told: Vec<String> = refused.iter().map(|(id, error)| format!("{id}: {error}")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
