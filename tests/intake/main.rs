//! Odd and broken files, each with the finding it must get. Files are made here; nobody in them exists.

mod components;
mod files;
mod make;
mod tables;
