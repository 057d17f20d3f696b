namespace Ostrakon.Documents.Tests;
