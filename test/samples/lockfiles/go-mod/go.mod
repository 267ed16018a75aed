module harbor.example/berths

go 1.22

require (
	github.com/google/uuid v1.6.0
	golang.org/x/text v0.3.7 // indirect
)

require harbor.example/tides v0.0.0

replace harbor.example/tides => ../tides

replace golang.org/x/text => golang.org/x/text v0.3.8
