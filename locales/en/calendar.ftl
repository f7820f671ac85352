# Calendar of an edition.
